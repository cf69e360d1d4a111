"""Automations that watch over the schedule: declared in `alarms.yaml`, made on the server that `PREFECT_API_URL` names."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, cast
from uuid import UUID

import yaml
from prefect.automations import Automation
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.client.orchestration import get_client
from prefect.events.actions import DoNothing, SendNotification
from prefect.events.schemas.automations import EventTrigger, Posture

from flows.prefect_server import asked, named

BLOCK = "wagebook-alarms"
_BODY = "{{ automation.name }}: {{ event.event }} at {{ event.occurred }} on {{ event.resource.id }}"


def declared() -> list[dict[str, Any]]:
    """The alarms as they are declared."""
    alarms: list[dict[str, Any]] = yaml.safe_load(
        files("flows").joinpath("alarms.yaml").read_text(encoding="utf-8")
    )
    return alarms


def make(webhook: str | None) -> list[str]:
    """Make or renew all alarms; gives their names. Raises Stop when the server cannot be reached.

    With `webhook` an alarm posts a line of JSON there; without, it only shows on the server.
    """
    named()
    with asked():
        action = _notifying(webhook) if webhook else DoNothing()
        known = {one.name: one for one in _known()}
        for alarm in declared():
            automation = _automation(alarm, action)
            if alarm["name"] in known:
                automation.id = known[alarm["name"]].id
                automation.update()
            else:
                automation.create()
    return [alarm["name"] for alarm in declared()]


def _known() -> list[Any]:
    with get_client(sync_client=True) as client:
        return list(client.read_automations())


def _automation(alarm: dict[str, Any], action: Any) -> Automation:
    proactive = alarm["posture"] == "Proactive"
    trigger = EventTrigger(
        expect=set(alarm["expect"]),
        posture=Posture.Proactive if proactive else Posture.Reactive,
        threshold=1,
        within=alarm["within"],
    )
    return Automation(
        name=alarm["name"], description=alarm["description"], enabled=True, trigger=trigger, actions=[action]
    )


def _notifying(webhook: str) -> SendNotification:
    block = CustomWebhookNotificationBlock(
        name=BLOCK,
        url=webhook,
        method="POST",
        json_data={"subject": "{{subject}}", "body": "{{body}}"},
        headers=None,
        cookies=None,
    )
    document = cast(UUID, block.save(BLOCK, overwrite=True))
    return SendNotification(block_document_id=document, subject="{{ automation.name }}", body=_BODY)
