"""Checks files of orders, one JSON object a line, of any size: `payscore check -` is the filter of each partition."""

import argparse
import json
import shlex
import sys
from datetime import datetime, timezone

from pyspark import StorageLevel
from pyspark.sql import SparkSession

COUNTS = ["orders", "valid", "invalid", "errors", "warnings"]


def main():
    arguments = parse_arguments()
    context = SparkSession.builder.appName("payscore").getOrCreate().sparkContext
    lines = context.textFile(arguments.input, arguments.partitions)
    # Both the totals and the findings are taken from it, and no order is to be checked twice.
    reports = lines.pipe(filter_command(arguments)).map(json.loads).persist(StorageLevel.MEMORY_AND_DISK)

    summaries = reports.filter(lambda report: "summary" in report).map(lambda report: report["summary"]).collect()
    # Exit code 1 only means that something was found. A filter that broke down has not told its totals.
    if len(summaries) != lines.getNumPartitions():
        sys.exit(f"{lines.getNumPartitions()} partitions, but only {len(summaries)} were checked to their end; see the executors' logs")

    if arguments.output:
        found = reports.filter(lambda report: "summary" not in report)
        found.map(lambda report: json.dumps(report, ensure_ascii=False)).saveAsTextFile(arguments.output)
    print(json.dumps({count: sum(summary[count] for summary in summaries) for count in COUNTS}))


def filter_command(arguments):
    # Without a moment of its own each partition would look at another clock.
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    options = ["check", "-", "--input-format", "ndjson", "--format", "ndjson", "--max-issues", "all", "--now", now]
    return f"{arguments.payscore} {shlex.join([*options, *arguments.options])}"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", help="a path that Spark reads: a file, a folder, a pattern, hdfs://…, s3a://…")
    parser.add_argument("--output", help="a folder for the orders that have findings, which must not exist yet")
    parser.add_argument("--partitions", type=int, help="at least so many partitions")
    parser.add_argument("--payscore", default="npx --no-install payscore", help="the command on every executor")
    parser.add_argument("options", nargs="*", metavar="-- OPTION", help="further options of payscore check, such as --industry hotel")
    return parser.parse_args()


if __name__ == "__main__":
    main()
