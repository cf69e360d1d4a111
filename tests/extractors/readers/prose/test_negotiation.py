"""Scripts of a negotiation: whose job, which payer, which side of the table, and what an amount without a name is."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = "# Data Engineer | Corvid Labs Negotiation Guide\n\n"


def said(text, *columns, page=PAGE):
    document = Document("page.md", page + text)
    records = observe(document, default.extract(document)).observations
    return {record["evidence"]: tuple(record.get(column) for column in columns) for record in records}


def test_a_floor_is_about_the_page_and_not_about_the_rival_named_before():
    rows = said(
        '> **Negotiate Up Strategy:** "I hold a Google L5 offer at $261K and a Meta E5 offer at $259K. My floor is $233K."',
        "company_name",
        "level_label",
        "stance",
    )
    assert rows["$261K"] == ("Google", "L5", "competing_offer")
    assert rows["$259K"][:2] == ("Meta", "E5")
    assert rows["$233K"][1:] == (None, "floor")
    assert rows["$233K"][0] != "Google"


def test_the_first_of_a_slashed_pair_is_the_salary():
    rows = said("> **Negotiate Up Strategy:** Cite an offer at $212K / $307K RSU.", "component")
    assert rows == {"$212K": ("base",), "$307K": ("equity",)}


def test_two_currencies_of_one_grant_are_both_the_grant():
    rows = said(
        "> **Negotiate Up Strategy:** Ask for €66K / $154K base with €91K / $157K equity.", "component"
    )
    assert [component for (component,) in rows.values()] == ["base", "base", "equity", "equity"]


def test_options_behind_an_amount_are_equity():
    rows = said(
        "> **Negotiate Up Strategy**: In Singapore, start at S$146,000 base with S$86,000 in options and accept no "
        "lower than S$116,000 base with S$56,000 in options.",
        "component",
        "statistic",
        "stance",
    )
    assert rows["S$146,000"] == ("base", "point", "ask")
    assert rows["S$86,000"][0] == "equity"
    assert rows["S$116,000"] == ("base", "minimum", "floor")
    assert rows["S$56,000"] == ("equity", "minimum", "floor")


def test_amounts_without_a_name_go_on_with_the_total_of_the_script():
    rows = said(
        "> **Negotiate Up Strategy:** Anchor at $276K TC for Plano, TX (upper third of the range). Your floor should be "
        "$234K in Plano and $249K in Denver. Push for a $21K signing bonus.",
        "component",
        "region_label",
    )
    assert rows["$276K"] == ("total", "Plano, TX")
    assert rows["$234K"] == ("total", "Plano")
    assert rows["$249K"] == ("total", "Denver")
    assert rows["$21K"][0] == "signing_bonus"


def test_a_competing_offer_that_has_its_amount_does_not_make_the_next_one_a_rivals():
    rows = said(
        "> **Negotiate Up Strategy:** Target $256K TC by combining a competing offer ($14K base lift) and a sign-on "
        "bonus ($23K).",
        "stance",
    )
    assert rows["$14K"] == ("competing_offer",)
    assert rows["$23K"] == ("ask",)


def test_packages_of_a_group_are_the_whole_and_no_earlier_payers():
    rows = said(
        "> **Negotiate Up Strategy:** Present offers from Citadel ($501K+) or Big Tech packages ($499K+ including equity).",
        "component",
        "company_name",
        "employer_group",
    )
    assert rows["$499K+"] == ("total", None, "Big Tech")


def test_a_lever_in_brackets_comes_on_top():
    rows = said("4. **Data Governance Lever ($8K-$19K):** Lineage matters.", "component", "comparison")
    assert rows == {"$8K-$19K": ("premium", "above")}


def test_names_that_describe_a_thing_are_no_payers():
    text = '**Lever 1 — Instacart Partnership Leadership:** "The scope justifies a base salary of $196,000 in Boston."'
    assert said(text, "company_name")["$196,000"] != ("Instacart",)


def test_headings_about_something_else_do_not_change_the_job_of_the_page():
    text = "### Recruiter Dynamics\n\nBase salaries reach $171,000.\n\n### Data Analyst Salary\n\nThe base is $121,000.\n"
    rows = said(text, "role_title")
    assert rows == {"$171,000": ("Data Engineer",), "$121,000": ("Data Analyst",)}


def test_verbs_and_products_are_no_jobs():
    text = "Engineers who can architect systems earn $301K TC."
    assert said(text, "role_title")["$301K"] != ("architect",)
    text = "#### Developer Platform & Storage\n\nThe base is $245,000."
    assert said(text, "role_title")["$245,000"] == ("Data Engineer",)


def test_revenue_and_shares_of_nobody_are_no_pay():
    text = "The $42.5M ACV deal shows demand. `Public Equity` `100% Digital Bank` base $180K."
    assert list(said(text, "component")) == ["$180K"]


def test_an_ask_is_for_the_payer_of_the_page():
    text = "**Lever 1:** \"Connecting our menus with Instacart's logistics matters - I'm targeting $206,000 base in Boston.\""
    page = "---\ncompany: Toast\n---\n\n# Data Engineer\n\n"
    assert said(text, "company_name", "stance", page=page)["$206,000"] == ("Toast", "ask")


def test_who_is_competed_with_does_not_pay():
    page = "---\ncompany: Figma\n---\n\n# Data Engineer\n\n"
    text = "Base salaries reach $291K (competing directly with Anthropic and OpenAI)."
    assert said(text, "company_name", page=page)["$291K"] == ("Figma",)


def test_what_is_paid_in_addition_is_a_difference():
    rows = said(
        "This translates to $31K-$53K in additional annual total compensation.", "component", "applies_to"
    )
    assert rows["$31K-$53K"] == ("premium", "total")


def test_moving_house_is_paid_once():
    assert said("Relocation packages add $16K.", "component", "period")["$16K"] == ("allowance", "one_time")


def test_tags_stay_apart():
    rows = said("`63% Pay Hike` `Alpha Architect` `$601K+ Per-Head` `All-Cash Comp`", "role_title")
    assert rows["$601K+"] != ("Hike Alpha Architect",)


def test_the_labels_of_steps_say_whose_they_are():
    rows = said(
        "## Negotiation plan\n\n### An offer at L4\n"
        "**Initial Offer:** Base $141K, signing $21K\n**Target:** Base $163K, signing $33K\n**Walk-away:** Base $152K\n",
        "stance",
        "claim",
        "component",
    )
    assert rows["$141K"] == ("offer", "negotiation", "base")
    assert rows["$163K"] == ("ask", "negotiation", "base")
    assert rows["$33K"] == ("ask", "negotiation", "signing_bonus")
    assert rows["$152K"] == ("floor", "negotiation", "base")


def test_a_label_of_a_step_below_another_heading_is_a_word():
    rows = said("## Bonus\n\n**Target:** $21K a year\n", "stance", "claim")
    assert rows["$21K a year"] == (None, "market")


def test_later_steps_go_on_with_what_the_script_is_about():
    rows = said(
        "> **Negotiate Up Strategy:** In Leeds, target £121K-£133K total comp by anchoring base at £91K+. "
        "In Porto, target €84K-€92K with a later start.",
        "component",
    )
    assert rows == {"£121K-£133K": ("total",), "£91K+": ("base",), "€84K-€92K": ("total",)}


def test_a_lift_is_no_offer():
    rows = said(
        "> **Negotiate Up Strategy:** Target $231K TC by combining a competing offer ($13K-$17K base lift) and a "
        "sign-on bonus ($24K).",
        "component",
        "comparison",
        "applies_to",
    )
    assert rows["$13K-$17K"] == ("premium", "above", "base")
    assert rows["$24K"][0] == "signing_bonus"


def test_a_group_of_rivals_pays_nothing_that_is_asked_of_the_page():
    rows = said(
        "> **Negotiate Up Strategy:** Walk away below $163K base: hedge funds pay more for such work. Present an offer from "
        "Citadel ($510K+) or hedge funds ($470K+).",
        "company_name",
        "employer_group",
        "stance",
    )
    assert rows["$163K"] == (None, None, "floor")
    assert rows["$510K+"][:2] == ("Citadel", None)
    assert rows["$470K+"][1] == "hedge funds"


def test_the_steps_of_somebody_s_own_negotiation():
    rows = said(
        "In my own negotiation, the recruiter opened at $385K TC for L5. I countered with $460K, citing a Snowflake offer of $445K.",
        "stance",
        "attributed_to",
    )
    assert rows == {"$385K": ("offer", None), "$460K": ("counter", None), "$445K": ("competing_offer", None)}


def test_the_salary_of_a_slashed_offer_is_no_total():
    rows = said(
        "> **Negotiate Up Strategy:** I hold a Google offer at $220K / $260K RSU.", "component", "stance"
    )
    assert rows == {"$220K": ("base", "competing_offer"), "$260K": ("equity", "competing_offer")}


def test_what_somebody_wants_their_own_pay_to_be_is_a_script_and_no_story():
    scripts = (
        '"The launch cannot move. My base should reflect that: $219,000 in Boston."',
        '"Few people can do both. I expect my offer to reflect the band: $229K TC."',
        '"This mandate is rare, placing my base at $239K."',
        "Candidates should argue: 'I build what everybody uses.' Candidates should negotiate $9K for that.",
    )
    for script in scripts:
        assert {claim for (claim,) in said(script, "claim").values()} == {"negotiation"}, script
    told = said("My base was $119,000 in my second year, and I live well on it.", "claim")
    assert told == {"$119,000": ("anecdote",)}


def test_what_another_payer_pays_is_held_against_the_page_s_own():
    rows = said(
        '> **Calibration:** "I want $231K base. Adobe is at $207K / $262K RSU. Stripe has also extended an offer with a $23K '
        'signing bonus, and Corvid Labs pays a $19K sign-on. Google pays a 12% premium."',
        "company_name",
        "stance",
        page="---\ncompany: Corvid Labs\n---\n" + PAGE,
    )
    assert rows["$231K"] == ("Corvid Labs", "ask")
    assert rows["$207K"] == rows["$262K"] == ("Adobe", "competing_offer")
    assert rows["$23K"] == ("Stripe", "competing_offer")
    assert rows["$19K"][1] != "competing_offer"
    assert rows["12%"][1] is None


def test_the_place_behind_an_amount_in_two_currencies_is_that_of_both():
    rows = said(
        "> **Negotiate Up Strategy:** Do not accept below $219K TC in New York or £164K / $214K TC in London.",
        "region_label",
        "currency",
    )
    assert rows == {"$219K": ("New York", "USD"), "£164K": ("London", "GBP"), "$214K": ("London", "USD")}


def test_competing_offers_of_people_in_general_are_nobody_s_script():
    rows = said(
        "Sign-on bonuses of $45K-$90K are common for candidates with strong competing offers.",
        "component",
        "claim",
        "stance",
    )
    assert rows == {"$45K-$90K": ("signing_bonus", "market", None)}


def test_what_somebody_considers_elsewhere_is_a_competing_offer():
    rows = said(
        "I'm evaluating platform roles at other banks with total comp in the $255K-$305K range.",
        "component",
        "claim",
        "stance",
    )
    assert rows == {"$255K-$305K": ("total", "negotiation", "competing_offer")}


def test_what_a_rival_would_offer_is_a_competing_offer():
    rows = said("If Two Sigma offers you $780K-$1M, ask for more.", "company_name", "stance")
    assert rows == {"$780K-$1M": ("Two Sigma", "competing_offer")}


def test_an_increase_over_an_offer_is_a_premium():
    rows = said(
        "Target a 12-18% base salary increase over your initial offer.",
        "component",
        "comparison",
        "applies_to",
    )
    assert rows == {"12-18%": ("premium", "above", "base")}


def test_a_level_behind_at_is_no_payer():
    rows = said("Annual refreshers at L62+ add $35K-$90K/year.", "company_name", "level_label")
    assert rows["$35K-$90K/year"] == (None, "L62+")


def test_all_parts_of_a_rival_offer_are_the_rival_s():
    text = '> "I have a competing offer from Amazon: $181,000 base and a $31,000 bonus. Can you match the base?"\n'
    document = Document("page.md", "# Fitter pay\n\n" + text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["component"], row["stance"]) for row in rows] == [
        ("base", "competing_offer"),
        ("bonus", "competing_offer"),
    ]


def test_whose_offers_are_cited_does_not_pay():
    text = "Negotiate sign-on bonuses of $21K-$34K by citing competing offers from Google.\n"
    document = Document("page.md", "# Fitter pay\n\n" + text)
    (row,) = observe(document, default.extract(document)).observations
    assert row["company_name"] is None


def test_a_quotation_of_words_to_say_is_a_script_from_its_first_sentence_on():
    text = '"On base, I\'m at $141,000 today. If we could get to $158,000 base, I can sign on Friday."'
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [record["claim"] for record in rows] == ["negotiation", "negotiation"]


def test_what_somebody_walks_away_below_is_the_least():
    rows = said(
        "> **Negotiate Up Strategy:** Accept at $206K base and $91K guaranteed bonus. Walk away below $187K base, below "
        "$77K guaranteed bonus, or without the 25% Platform Premium.",
        "statistic",
        "low",
        "high",
    )
    assert rows["$206K"] == ("minimum", 206_000, None)
    assert rows["$187K"] == ("minimum", 187_000, None)
    assert rows["$77K"] == ("minimum", 77_000, None)
    assert rows["25%"] == ("point", 25, 25)


def test_a_walk_away_label_below_a_heading_of_negotiation_is_a_floor():
    rows = said(
        "#### Regional Negotiation\n\n- Walk-away floor: £380K / $465K TC", "component", "statistic", "stance"
    )
    assert rows == {"£380K": ("total", "minimum", "floor"), "$465K": ("total", "minimum", "floor")}


def test_amounts_in_brackets_say_in_other_words_what_stands_in_front():
    rows = said(
        "- Bonus anchor: 35% of base ($119K at $340K base)\n- RSU anchor: $150K/year ($600K total, front-loaded)",
        "component",
        "period",
    )
    assert rows["$119K"] == ("bonus", "year")
    assert rows["$340K"] == ("base", "year")
    assert rows["$600K"] == ("equity", "grant")


def test_what_is_guaranteed_beside_a_salary_is_a_bonus():
    rows = said(
        "> **Negotiate Up Strategy:** Cite Two Sigma at $242K base with $133K guaranteed.", "component"
    )
    assert rows == {"$242K": ("base",), "$133K": ("bonus",)}


def test_a_part_of_what_a_desk_earns_is_a_share_of_profit():
    rows = said(
        "The best people on a desk take **6-11% of their desk's annual PnL** beside the salary.", "component"
    )
    assert rows == {"6-11%": ("profit_share",)}


def test_amounts_with_a_sign_in_brackets_say_by_how_much_the_part_in_front_is_more():
    rows = said(
        "The band lifts RSU grants (+$11K-$21K/year) and bonus targets (+$9K). A package of $152K base (+$22K bonus) is common.",
        "component",
        "applies_to",
    )
    assert rows["+$11K-$21K/year"] == ("premium", "equity")
    assert rows["+$9K"] == ("premium", "bonus")
    assert rows["+$22K"] == ("bonus", None)


def test_what_somebody_still_needs_beside_the_floor_is_asked_for():
    rows = said(
        '> **Negotiate Up Strategy:** "My floor is $182K total comp, but I\'d need a $10K sign-on bonus at that level."',
        "stance",
        "statistic",
    )
    assert rows == {"$182K": ("floor", "minimum"), "$10K": ("ask", "point")}


def test_what_a_share_of_profit_comes_to_is_that_share():
    rows = said(
        "I am requesting 5% PnL participation on that part, which represents $2.25M annually.", "component"
    )
    assert rows == {"5%": ("profit_share",), "$2.25M annually": ("profit_share",)}


def test_what_somebody_settles_at_and_what_stands_in_front_of_a_floor_are_no_ends():
    rows = said("If you are on ₹6 LPA now, quote ₹8 LPA and settle at ₹7.5 LPA.", "statistic")
    assert rows == {"₹6 LPA": ("point",), "₹8 LPA": ("point",), "₹7.5 LPA": ("point",)}


def test_a_percent_in_a_line_of_sayings_is_about_its_own_part():
    rows = said(
        "**Negotiation DNA:** Equity-Heavy + Bonus | Merger with HPE | AI Transaction Coordinator | +10% Senior IC Premium",
        "component",
        "company_name",
        "role_title",
        "specialization",
    )
    assert rows == {"+10%": ("premium", None, "Data Engineer", "Senior IC")}


def test_a_scale_behind_the_brackets_of_a_template_ends_a_sentence_and_the_brackets_cite_nothing():
    text = (
        '# Welder at Orbison\n\n> **Negotiate Up Strategy:** "A base of $[168-182]K, RSU grant of $[95-115]K, and a signing bonus of '
        '$[18-28]K. My competing offer is $[TC]K. At $[220-250]K, this reflects scarcity."\n'
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == ["base", "equity", "signing_bonus", "total"]
    assert {row["stance"] for row in found} == {None}
    assert {row["attributed_to"] for row in found} == {None}


def test_a_place_in_brackets_behind_an_amount_is_only_that_ones():
    text = "Open at $200,000 base (New York) or $170,000 base (Jacksonville) with a $160,000 RSU grant over four years.\n"
    found = said(text, "region_label")
    assert found["$200,000"] == ("New York",)
    assert found["$170,000"] == ("Jacksonville",)
