"""Companies asked about in Chinese, Persian, Arabic or Korean against lists in Latin letters, among others of
the same trade.

The names are put together for these tests. Each decoy shares town, trade or legal form with some of them, or
differs from one in a syllable of the name.
"""

from datetime import date

import pytest

from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.trace.history import Held, history
from sherd.trace.screening import Asked, Screen, ask, screen_of

CHINESE = [
    ("深圳市恒信达电子科技有限公司", "Shenzhen Hengxinda Electronics Technology Co., Ltd"),
    ("北京华宇航空科技有限公司", "Beijing Huayu Aviation Technology Co Ltd"),
    ("上海博瑞精密机械有限公司", "Shanghai Borui Precision Machinery Company Limited"),
    ("广州市立高半导体有限公司", "Guangzhou Li Gao Semiconductor Co., Ltd."),
    ("东莞市鑫泰五金制品有限公司", "Dongguan Xintai Hardware Products Co., Ltd."),
    ("青岛海润国际物流有限公司", "Qingdao Hairun International Logistics Co., Ltd"),
    ("苏州纳芯微电子股份有限公司", "Suzhou Naxin Microelectronics Co., Ltd."),
    ("西安远景惯性技术有限公司", "Xi'an Yuanjing Inertial Technology LLC"),
    ("成都天翼无人机科技有限公司", "Chengdu Tianyi UAV Technology Co Ltd"),
    ("武汉高德红外技术有限公司", "Wuhan Gaode Infrared Technology Co., Ltd"),
    ("宁波东力轴承有限公司", "Ningbo Dongli Bearing Co., Ltd."),
    ("温州环球阀门制造有限公司", "Wenzhou Huanqiu Valve Manufacturing Co., Ltd"),
    ("山东金岭化工股份有限公司", "Shandong Jinling Chemical Co., Ltd."),
    ("天津港联船务有限公司", "Tianjin Ganglian Shipping Co. Ltd"),
    ("杭州云帆信息技术有限公司", "Hangzhou Yunfan Information Technology Co., Ltd."),
    ("厦门嘉禾进出口有限公司", "Xiamen Jiahe Import & Export Co., Ltd."),
    ("大连瑞祥石油化工有限公司", "Dalian Ruixiang Petrochemical Co Ltd"),
    ("哈尔滨北辰发动机有限公司", "Harbin Beichen Engine Co., Ltd"),
    ("南京恩瑞特雷达技术有限公司", "Nanjing Enruite Radar Technology Co., Ltd"),
    ("浙江永泰光电科技有限公司", "Zhejiang Yongtai Optoelectronic Technology Co., Ltd"),
    ("香港永興貿易有限公司", "Wing Hing Trading Limited"),
    ("香港長江電子有限公司", "Cheung Kong Electronics (HK) Ltd"),
    ("廣發國際實業有限公司", "Kwong Fat International Industrial Limited"),
    ("新竹光華科技股份有限公司", "Hsinchu Kuang Hua Technology Corp."),
    ("台北正新精密工業股份有限公司", "Cheng Hsin Precision Industry Co., Ltd. Taipei"),
    ("深圳市蓝鹰科技有限公司", "Shenzhen Blue Eagle Technology Co., Ltd"),
    ("北京金龙国际贸易有限公司", "Beijing Golden Dragon International Trading Co., Ltd"),
    ("上海银河智能系统有限公司", "Shanghai Galaxy Intelligent Systems Co., Ltd."),
]

PERSIAN = [
    ("شرکت صنایع الکترونیک سامان گستر", "Saman Gostar Electronics Industries Company"),
    ("شرکت مهندسی پرتو صنعت شرق", "Parto Sanat Shargh Engineering Co."),
    ("شرکت بازرگانی آریا تجارت خاورمیانه", "Arya Tejarat Middle East Trading Company"),
    ("گروه صنعتی فولاد زاگرس", "Zagros Steel Industrial Group"),
    ("شرکت هواپیمایی کیان ایر", "Kian Air Airlines"),
    ("شرکت پتروشیمی ستاره جنوب", "Setareh Jonoub Petrochemical Company"),
    ("شرکت کشتیرانی دریای کارون", "Darya-ye Karoun Shipping Company"),
    ("موسسه تحقیقاتی نور دانش", "Nour Danesh Research Institute"),
    ("شرکت فناوری اطلاعات پیام رسان", "Payam Resan Information Technology Co"),
    ("شرکت قطعات خودرو البرز یدک", "Alborz Yadak Auto Parts Company"),
    ("صنایع شیمیایی کیمیا پژوهان", "Kimia Pazhouhan Chemical Industries"),
    ("شرکت تولیدی موتورسازی دماوند", "Damavand Engine Manufacturing Company"),
    ("شرکت طراحی و ساخت پهپاد شاهین پرواز", "Shahin Parvaz UAV Design and Manufacturing Company"),
    ("شرکت حمل و نقل بین المللی ساحل ترابر", "Sahel Tarabar International Transport Co."),
    ("شرکت سرمایه گذاری امید فردا", "Omid Farda Investment Company"),
    ("شرکت توسعه معادن مروارید کرمان", "Morvarid Kerman Mines Development Co"),
    ("شرکت خدمات مهندسی هوانوردی سپهران", "Sepehran Aviation Engineering Services Company"),
    ("شرکت داروسازی شفا طب تهران", "Shafa Teb Pharmaceutical Co. Tehran"),
    ("صنایع اپتیک پگاه اصفهان", "Isfahan Pegah Optics Industries"),
    ("شرکت رایانه پردازش نوین", "Novin Computer Processing Co."),
]

ARABIC = [
    ("شركة الصقر الأزرق للتجارة العامة ذ.م.م", "Blue Falcon General Trading LLC"),
    ("شركة قاسيون للإلكترونيات", "Qasioun Electronics Company"),
    ("مجموعة الرافدين للمقاولات", "Al-Rafidain Contracting Group"),
    ("شركة مونلايت لإدارة السفن م.م.ح", "Moonlight Ship Management FZE"),
    ("مؤسسة زنوبيا للاستيراد والتصدير", "Zenobia Import & Export Est."),
    ("شركة النخيل للخدمات اللوجستية", "Al Nakheel Logistics Services"),
    ("شركة أوغاريت للأدوية", "Ugarit Pharmaceuticals Company"),
    ("شركة جوهرة الكويت للصناعات الغذائية", "Jawharat Kuwait Food Industries Co."),
]

KOREAN = [
    ("동양반도체 주식회사", "Dongyang Semiconductor Co., Ltd."),
    ("한빛정밀기계 주식회사", "Hanbit Precision Machinery Co Ltd"),
]

DECOYS = [
    "Shenzhen Hengxin Electronics Technology Co., Ltd", "Shenzhen Hongxinda Technology Co., Ltd",
    "Shenzhen Weiyida Electronics Technology Co., Ltd", "Beijing Huaxia Aviation Technology Co Ltd",
    "Beijing Aviation Technology Institute", "Shanghai Boyu Precision Machinery Company Limited",
    "Guangzhou Lida Semiconductor Co., Ltd.", "Dongguan Xinhua Hardware Products Co., Ltd.",
    "Qingdao Haiwang International Logistics Co., Ltd", "Suzhou Microelectronics Co., Ltd.",
    "Xi'an Inertial Technology Research Institute", "Chengdu Tianfu UAV Technology Co Ltd",
    "Wuhan Guide Sensors Co., Ltd", "Ningbo Dongfang Bearing Co., Ltd.", "Wenzhou Valve Factory",
    "Shandong Jinxiang Chemical Co., Ltd.", "Tianjin Port Shipping Co. Ltd", "Hangzhou Information Co., Ltd.",
    "Xiamen Import & Export Co., Ltd.", "Dalian Petrochemical Co Ltd", "Harbin Aircraft Engine Co., Ltd",
    "Nanjing Radar Technology Co., Ltd", "Zhejiang Optoelectronic Technology Co., Ltd",
    "Wing Tai Trading Limited", "Hong Kong Electronics Ltd", "International Industrial Limited",
    "Hsinchu Technology Corp.", "Precision Industry Co., Ltd. Taipei",
    "Shenzhen Blue Sky Technology Co., Ltd",
    "Beijing International Trading Co., Ltd", "Shanghai Intelligent Systems Co., Ltd.",
    "Shenzhen Electronics Technology Co., Ltd", "Hong Kong Trading Limited", "Golden Star International Ltd",
    "Iran Electronics Industries", "Saman Bank", "Sanat Shargh Company", "Middle East Trading Company",
    "Arya Navigation Company", "Mobarakeh Steel Company", "Zagros Airlines", "Kish Air",
    "Persian Gulf Petrochemical Company", "Darya Shipping Company", "Defence Research Institute",
    "Iran Information Technology Co", "Iran Auto Parts Company", "Chemical Industries Group",
    "Engine Manufacturing Company", "UAV Design and Manufacturing Company", "International Transport Co.",
    "Omid Investment Management Company", "Iran Mines Development Co",
    "Aviation Engineering Services Company",
    "Tehran Pharmaceutical Co.", "Isfahan Optics Industries", "Data Processing Co.", "Parvaz Airlines",
    "Novin Energy Company", "Pars Aviation Services Company", "Farda Trading FZE", "Alborz Insurance Company",
    "Blue Star General Trading LLC", "Falcon Trading FZE", "Electronics Company",
    "Al Furat Contracting Group", "Ship Management FZE", "Import & Export Est.",
    "Al Nahda Logistics Services", "Kuwait Food Industries Co.",
    "Dongbu Semiconductor Co., Ltd.", "Trading Corporation", "Precision Machinery Co Ltd",
]  # fmt: skip

LISTED, LIKELY = 0.5, 0.6
"""What the entry itself reaches, and what another should not."""


@pytest.fixture(scope="module")
def screen() -> Screen:
    names = [latin for _, latin in (*CHINESE, *PERSIAN, *ARABIC, *KOREAN)] + DECOYS
    entries = tuple(
        ListEntry(list_="L", entry_id=name, key=f"{n:04}", names=(ListedName(name),), party="organisation")
        for n, name in enumerate(names)
    )
    return screen_of(history([Held(ListEdition(list_="L", form="f", entries=entries), date(2024, 1, 1))]))


def first(screen: Screen, name: str) -> tuple[str, float]:
    hits = ask(screen, [Asked("q", name, date(2024, 6, 1))])[0]
    return (hits[0].listed.entry.entry_id, hits[0].score) if hits else ("", 0.0)


@pytest.mark.parametrize(("name", "latin"), [*CHINESE, *PERSIAN, *ARABIC, *KOREAN])
def test_a_company_is_found_first_under_its_name_in_latin_letters(
    screen: Screen, name: str, latin: str
) -> None:
    found, score = first(screen, name)
    assert found == latin
    assert score > LISTED


@pytest.fixture(scope="module")
def without() -> Screen:
    entries = tuple(
        ListEntry(list_="L", entry_id=name, key=f"{n:04}", names=(ListedName(name),), party="organisation")
        for n, name in enumerate(DECOYS)
    )
    return screen_of(history([Held(ListEdition(list_="L", form="f", entries=entries), date(2024, 1, 1))]))


def test_others_of_the_same_town_and_trade_are_seldom_likely_matches(without: Screen) -> None:
    names = [name for name, _ in (*CHINESE, *PERSIAN, *ARABIC, *KOREAN)]
    likely = [name for name in names if first(without, name)[1] > LIKELY]
    assert len(likely) <= len(names) / 8
