"""Bulk tables on Apache Spark (extra ``cluster``): the cluster that the environment names, or one machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import frozen

from sherd.errors import WrongCall


@frozen(eq=False)
class SparkTables:
    """Tables of one Spark session."""

    _spark: Any

    def open(self, name: str, files: Sequence[Path]) -> None:
        """Know Parquet files as one table."""
        self._spark.read.parquet(*(str(file.absolute()) for file in files)).createOrReplaceTempView(name)

    def give(self, name: str, column: str, numbers: Sequence[int]) -> None:
        """Know whole numbers as a table of one column."""
        rows = [(int(number),) for number in numbers]
        self._spark.createDataFrame(rows, f"{column} long").createOrReplaceTempView(name)

    def ask(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        return (tuple(row) for row in self._spark.sql(query).toLocalIterator())

    def close(self) -> None:
        """Stop the session."""
        self._spark.stop()


def why_not() -> str:
    """What is missing for Spark on this machine; empty where nothing is."""
    if find_spec("pyspark") is None:
        return "PySpark is not installed (extra `cluster`)"
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        return "Java is not installed"
    return ""


def start() -> SparkTables:
    """A new session. Raises ``WrongCall`` where Spark or Java is missing."""
    if missing := why_not():
        raise WrongCall(missing, "Install it, or choose --engine duckdb.")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("sherd").config("spark.ui.enabled", "false")
    if not os.environ.get("SPARK_CONF_DIR") and not os.environ.get("MASTER"):
        builder = builder.master("local[*]").config("spark.sql.shuffle.partitions", "8")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return SparkTables(session)
