"""What holds for every test."""

import os

# Before anything imports Prefect, or tests would run against whatever server the developer has configured.
os.environ["PREFECT_API_URL"] = ""
os.environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "true"
# The default 20 s are not enough on a busy machine.
os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "120"
os.environ["DO_NOT_TRACK"] = "1"
