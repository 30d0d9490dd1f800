"""Checks files of orders of any size, or composes requests from drafts: `payscore` is the filter of each partition."""

import argparse
import csv
import json
import shlex
import sys
import zlib
from datetime import datetime, timezone
from itertools import chain

from pyspark import StorageLevel
from pyspark.sql import SparkSession

COUNTS = {
    "check": ["orders", "valid", "invalid", "errors", "warnings"],
    "build": ["ready", "refused", "amount", "errors", "warnings"],
}


def main():
    arguments = parse_arguments()
    context = SparkSession.builder.appName("payscore").getOrCreate().sparkContext
    lines = context.textFile(arguments.input, arguments.partitions)
    if arguments.table:
        lines = rows_together(lines, arguments.table)
    elif arguments.together:
        lines = together(lines, number_of_json)
    # Both the totals and the entries are taken from it, and no order is to be dealt with twice.
    reports = lines.pipe(filter_command(arguments)).map(json.loads).persist(StorageLevel.MEMORY_AND_DISK)

    summaries = reports.filter(lambda report: "summary" in report).map(lambda report: report["summary"]).collect()
    # Exit code 1 only means that something was found. A filter that broke down has not told its totals.
    if len(summaries) != lines.getNumPartitions():
        sys.exit(f"{lines.getNumPartitions()} partitions, but only {len(summaries)} were read to their end; see the executors' logs")
    problems = [file["problem"] for summary in summaries for file in summary["files"] if "problem" in file]
    # There may be more partitions than orders.
    unread = [problem["message"] for problem in problems if problem["code"] != "empty"]
    if unread:
        sys.exit("\n".join(sorted(set(unread))))

    if arguments.output:
        entries = reports.filter(lambda report: "summary" not in report)
        entries.map(lambda report: json.dumps(report, ensure_ascii=False)).saveAsTextFile(arguments.output)
    print(json.dumps({count: sum(summary[count] for summary in summaries) for count in COUNTS[arguments.command]}))


def rows_together(lines, number_column):
    """The rows of CSV, each order's in one partition and one behind the other, every partition with the header."""
    header = lines.first()
    cells = cells_of(header.lstrip("\ufeff"))
    if number_column not in cells:
        sys.exit(f"The header has no column {number_column}: {header}")
    column = cells.index(number_column)

    def number_of(row):
        if row.count('"') % 2 == 1:
            raise ValueError(f"A cell has a line break, by which Spark parts the rows: {row}")
        number = cells_of(row)[column].strip()
        if number == "":
            raise ValueError(f"A row has no order number, so that its order is not known: {row}")
        return number

    rows = lines.filter(lambda line: line != header and line.strip() != "")
    return together(rows, number_of).mapPartitions(lambda rows: chain([header], rows))


def cells_of(row):
    return next(csv.reader([row]))


def number_of_json(line):
    try:
        return str(json.loads(line).get("out_order_no"))
    except (ValueError, AttributeError):
        # No order, which payscore tells.
        return ""


def together(lines, number_of):
    """Lines of one order number in one partition, in the order in which they came."""
    keyed = lines.zipWithIndex().map(lambda line: ((number_of(line[0]), line[1]), line[0]))
    # hash() is another one in each Python.
    by_number = keyed.repartitionAndSortWithinPartitions(lines.getNumPartitions(), lambda key: zlib.crc32(key[0].encode()))
    return by_number.values()


def filter_command(arguments):
    # Without a moment of its own each partition would look at another clock.
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    options = [arguments.command, "-", "--input-format", "csv" if arguments.table else "ndjson", "--format", "ndjson", "--now", now]
    if arguments.command == "check":
        options += ["--max-issues", "all"]
    return f"{arguments.payscore} {shlex.join([*options, *arguments.options])}"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", help="a path that Spark reads: a file, a folder, a pattern, hdfs://…, s3a://…")
    parser.add_argument("--command", choices=list(COUNTS), default="check", help="check orders, or build requests from drafts")
    parser.add_argument("--table", metavar="COLUMN", help="the input is CSV in UTF-8, all of one header, with the order number in this column")
    parser.add_argument("--together", action="store_true", help="bring orders of one number into one partition, so that repeated numbers are found")
    parser.add_argument("--output", help="a folder for the orders that have issues, or for all drafts with their requests; it must not exist yet")
    parser.add_argument("--partitions", type=int, help="at least so many partitions")
    parser.add_argument("--payscore", default="npx --no-install payscore", help="the command on every executor")
    parser.add_argument("options", nargs="*", metavar="-- OPTION", help="further options of payscore, such as --industry hotel")
    return parser.parse_args()


if __name__ == "__main__":
    main()
