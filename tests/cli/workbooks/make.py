"""Makes the workbooks of this folder: pip install XlsxWriter==3.2.9 openpyxl==3.1.5, then python make.py"""

import datetime
import pathlib

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
HEADER = ["商户服务订单号", "公众账号ID", "服务ID", "项目类型", "项目名称", "金额（元）", "项目说明", "数量", "总金额（元）", "开始时间", "结束时间", "是否分账"]
IDS = ["wxd678efh567hg6787", "00004000000000158201234567890123"]
START = datetime.datetime(2025, 6, 1, 18, 0, 0)
END = datetime.datetime(2025, 6, 1, 19, 30, 5)


def as_excel_writes():
    """As Excel itself lays a file out: shared strings, styles, cells that are merged, a sheet that is hidden."""
    book = xlsxwriter.Workbook(HERE / "as-excel-writes.xlsx")
    notes = book.add_worksheet("说明")
    notes.write(0, 0, "不是订单")
    sheet = book.add_worksheet("订单")
    time = book.add_format({"num_format": 'yyyy"年"m"月"d"日" hh:mm:ss'})
    padded = book.add_format({"num_format": "0000000000"})
    money = book.add_format({"num_format": "¥#,##0.00"})
    for column, name in enumerate(HEADER):
        sheet.write(0, column, name)
    sheet.merge_range(1, 0, 2, 0, "DINNER-1")
    for row, (kind, name, amount, note) in enumerate([("付费", "就餐费用", 1234.5, "四人套餐"), ("优惠", "满减", 34.5, "不与其他优惠叠加")], 1):
        sheet.write_row(row, 1, IDS)
        sheet.write(row, 3, kind)
        sheet.write(row, 4, name)
        sheet.write_number(row, 5, amount, money)
        sheet.write(row, 6, note)
        sheet.write_number(row, 8, 1200, money)
        sheet.write_datetime(row, 9, START, time)
        sheet.write_datetime(row, 10, END, time)
        sheet.write_boolean(row, 11, True)
    sheet.write_number(1, 7, 1)
    sheet.write_number(3, 0, 42, padded)
    sheet.write_row(3, 1, IDS)
    sheet.write(3, 3, "付费")
    sheet.write_rich_string(3, 4, "酒", book.add_format({"bold": True}), "水")
    sheet.write_formula(3, 5, "=19.9*3", money, 59.699999999999996)
    sheet.write_formula(3, 6, '="三"&"瓶"', None, "三瓶")
    sheet.write_number(3, 7, 3)
    notes.hide()
    sheet.activate()
    sheet.set_first_sheet()
    book.close()


def as_a_program_writes():
    """As programs write: a formula nobody has computed, days since 1904, texts within the cells."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "orders"
    sheet.append(HEADER)
    sheet.append(["DINNER-1", *IDS, "付费", "就餐费用", 40, None, 1, None, START.date(), END.date(), None])
    sheet.append(["DINNER-2", *IDS, "付费", "就餐费用", "=20*2", None, 1, None, START, END, None])
    sheet.append(["DINNER-3", *IDS, "付费", "就餐费用", 40, None, 1, None, START, END, "Y"])
    other = book.create_sheet("第二张")
    other.append(HEADER)
    other.append(["DINNER-9", *IDS, "付费", "就餐费用", 9, None, 1, None, None, END, None])
    book.save(HERE / "as-a-program-writes.xlsx")


as_excel_writes()
as_a_program_writes()
