"""In which language a page is: it is told, and its figures are read all the same."""

import pytest

from extractors import default
from extractors.readers.languages import language
from normalizers.observations import observe
from schemas import Document

TEXTS = {
    "English": (
        "The pay of the engineers is good and you can see that it is more than the average for this work "
        "in your town."
    ),
    "German": (
        "Das Gehalt der Entwickler ist nicht schlecht und liegt mit der Erfahrung auf einem Niveau, das "
        "für die meisten von den anderen als hoch werden kann."
    ),
    "French": (
        "Le salaire des ingénieurs est plus élevé dans la capitale que dans les autres villes, et pour "
        "une femme avec du métier il est le même, par la loi."
    ),
    "Spanish": (
        "El salario de los ingenieros en la ciudad es más alto que el de las otras, y para una persona "
        "con los años por su trabajo sube más."
    ),
    "Polish": (
        "Zarobki w tej pracy nie są wysokie, jest to jednak praca dla osób, które się uczą, i za to od "
        "roku jest lepiej niż po studiach na uczelni, przy czym do tego jest premia."
    ),
    "Russian": "Зарплата инженера в Москве составляет двести тысяч рублей в месяц.",
    "Hebrew": "השכר הממוצע של מהנדס תוכנה בתל אביב הוא שלושים אלף שקל לחודש.",
    "Korean": "서울의 소프트웨어 엔지니어 평균 연봉은 육천만 원입니다.",
}


@pytest.mark.parametrize(("name", "text"), TEXTS.items())
def test_a_language_is_told(name, text):
    assert language(text) == name


@pytest.mark.parametrize("text", ["", "$150,000", "Software Engineer | $150,000 | Boston", "中"])
def test_too_little_decides_nothing_but_its_script(text):
    assert language(text) in (None, "Chinese or Japanese")


@pytest.mark.parametrize("name", ["German", "Russian", "Hebrew"])
def test_the_figures_of_a_page_in_another_language_are_read(name):
    document = Document("page.txt", f"{TEXTS[name]}\n\n{TEXTS[name]} € 65.000 ... $120,000.\n")
    observed = observe(document, default.extract(document))
    assert [note.message for note in observed.notes if note.code == "language"] == [
        f"the page is in {name}: its figures are read, most of its words are not"
    ]
    ledger = {line["text"] for line in observed.ledger} | {row["evidence"] for row in observed.observations}
    assert any("120,000" in text for text in ledger)
    assert all(
        document.text[row["char_start"] : row["char_end"]] == row["evidence"] for row in observed.observations
    )


def test_an_english_page_has_no_such_note():
    document = Document("page.txt", f"{TEXTS['English']}\n\nEngineers earn $120,000.\n")
    assert not [
        note for note in observe(document, default.extract(document)).notes if note.code == "language"
    ]
