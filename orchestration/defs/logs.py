"""What a run prints: warnings, unless asked for more. Dagster keeps every event of it anyway."""

import logging
import sys

import dagster as dg


@dg.logger(
    config_schema={"log_level": dg.Field(str, default_value="WARNING")},
    description="One line an event on standard error.",
)
def console(context: dg.InitLoggerContext) -> logging.Logger:
    made = logging.getLogger("gongbao.run")
    made.setLevel(context.logger_config["log_level"])
    made.propagate = False
    for handler in list(made.handlers):
        made.removeHandler(handler)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    made.addHandler(handler)
    return made
