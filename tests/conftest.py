"""What holds for every test."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

# Before anything imports Prefect, or tests would run against whatever server and profile the developer has.
prefect_home = tempfile.mkdtemp(prefix="wagebook-tests-")
atexit.register(shutil.rmtree, prefect_home, ignore_errors=True)
os.environ["PREFECT_HOME"] = prefect_home
os.environ["PREFECT_API_URL"] = ""
# The default 20 s are not enough on a busy machine.
os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "120"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"

# A busy machine is no failure, and a failure found by chance is found again: its example is printed.
settings.register_profile("wagebook", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
settings.load_profile("wagebook")
