"""Made-up companies, each as it is written in Chinese, Persian or Arabic and as it may be written in Latin
letters.

What they are put together from is general: towns, words of trades, characters and words that names are made
of. No party of any list is among them by intent. They serve :mod:`benchmarks.fit_names`, since the names of
listed companies in two scripts are few, and the figures of :mod:`benchmarks.screening` do not use them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from attrs import frozen

from sherd.trace.hanzi import hanzi, respelt, translations
from sherd.trace.vocabulary import vocabulary

CHARACTERS = (
    "恒信达鑫宏泰华盛兴隆瑞丰利德安康源通联创新远航天宇博雅嘉美佳欣荣昌顺和凯旋飞腾翔龙凤金银玉星辉光明亮锐捷"
    "迅鼎千百万亿立基永久长春秋海江河湖山峰岭云雨雪风雷电火石木林森竹松柏梅兰菊国民众益仁义礼智诚敬正中方元"
    "亨贞吉祥福禄寿喜庆卓越超群精英豪杰领先锋思维想梦希望拓展开启程途路桥门楼台塔城港湾洋洲球环宝珠珍奇妙"
)
TOWNS = {
    "北京": "Beijing", "上海": "Shanghai", "深圳市": "Shenzhen", "广州市": "Guangzhou", "东莞市": "Dongguan",
    "杭州": "Hangzhou", "南京": "Nanjing", "苏州": "Suzhou", "武汉": "Wuhan", "成都": "Chengdu",
    "西安": "Xi'an", "天津": "Tianjin", "青岛": "Qingdao", "厦门": "Xiamen", "宁波": "Ningbo",
    "香港": "Hong Kong", "佛山市": "Foshan", "山东": "Shandong", "浙江": "Zhejiang", "江苏": "Jiangsu",
    "大连": "Dalian", "沈阳": "Shenyang", "哈尔滨": "Harbin", "长沙": "Changsha", "郑州": "Zhengzhou",
}  # fmt: skip
TRADES = {
    "电子": "Electronics", "科技": "Technology", "电子科技": "Electronic Technology", "贸易": "Trading",
    "国际贸易": "International Trade", "进出口": "Import and Export", "实业": "Industrial",
    "机械": "Machinery", "机械设备": "Machinery Equipment", "航空科技": "Aviation Technology",
    "物流": "Logistics", "供应链管理": "Supply Chain Management", "半导体": "Semiconductor",
    "光电": "Optoelectronics", "智能科技": "Intelligent Technology", "通信技术": "Communication Technology",
    "化工": "Chemical", "新材料": "New Materials", "电气": "Electric", "自动化": "Automation",
    "汽车零部件": "Auto Parts", "投资": "Investment", "能源": "Energy", "石油化工": "Petrochemical",
    "仪器": "Instruments", "精密机械": "Precision Machinery", "生物科技": "Biotechnology",
    "信息技术": "Information Technology", "无人机": "UAV", "船务": "Shipping", "钢铁": "Iron and Steel",
}  # fmt: skip
FORMS = (
    ("有限公司", "Co., Ltd."),
    ("有限公司", "Limited"),
    ("股份有限公司", "Co., Ltd"),
    ("有限责任公司", "LLC"),
)

PERSIAN = {
    "پارسیان": "Parsian", "آریا": "Arya", "البرز": "Alborz", "پیشگامان": "Pishgaman", "فراز": "Faraz",
    "پویا": "Pouya", "راهبرد": "Rahbord", "سپهر": "Sepehr", "آسیا": "Asia", "کیمیا": "Kimia", "نوید": "Navid",
    "مهرگان": "Mehregan", "پارسا": "Parsa", "کاوش": "Kavosh", "سروش": "Soroush", "آذر": "Azar",
    "بهین": "Behin", "تدبیر": "Tadbir", "راستین": "Rastin", "پاسارگاد": "Pasargad", "ساحل": "Sahel",
    "مبین": "Mobin", "فجر": "Fajr", "رایان": "Rayan", "هیرکان": "Hirkan", "دماوند": "Damavand",
    "زاگرس": "Zagros", "خاوران": "Khavaran", "آرمان": "Arman", "ایثار": "Isar", "کوثر": "Kowsar",
    "نگین": "Negin", "پرتو": "Partov", "گلستان": "Golestan", "سینا": "Sina", "رازی": "Razi",
    "خوارزمی": "Kharazmi",
    "فردوس": "Ferdows", "توسن": "Tosan", "شبدیز": "Shabdiz", "تیراژه": "Tirazheh", "آفاق": "Afagh",
    "هدایت": "Hedayat", "میعاد": "Miad", "طاها": "Taha", "یاس": "Yas", "بعثت": "Besat", "نصر": "Nasr",
    "قائم": "Ghaem", "صدرا": "Sadra", "جهان": "Jahan", "کاوه": "Kaveh", "رستم": "Rostam", "بیستون": "Bisotun",
    "نیکان": "Nikan", "ارشیا": "Arshia", "تابان": "Taban", "پارت": "Part", "سهند": "Sahand",
    "اروند": "Arvand", "کارون": "Karun", "ژرف": "Zharf", "دیبا": "Diba", "خزان": "Khazan", "شتاب": "Shetab",
    "پژواک": "Pezhvak", "مهیار": "Mahyar", "برنا": "Borna", "آتیه": "Atieh", "ثامن": "Samen", "حکیم": "Hakim",
    "ولید": "Walid", "هامون": "Hamoon", "نوآور": "Noavar", "ظفر": "Zafar", "غدیر": "Ghadir", "عماد": "Emad",
    "یاران": "Yaran", "اطلس": "Atlas", "پگاه": "Pegah", "ماهان": "Mahan", "کاسپین": "Caspian",
    "تیوان": "Tivan",
}  # fmt: skip
PERSIAN_TRADES = {
    "صنایع": ("Industries", "Sanaye"), "صنعت": ("Industry", "Sanat"), "بازرگانی": ("Trading", "Bazargani"),
    "تجارت": ("Trade", "Tejarat"), "مهندسی": ("Engineering", "Mohandesi"), "پتروشیمی": ("Petrochemical",),
    "صنایع هوایی": ("Aviation Industries", "Air Industries"), "الکترونیک": ("Electronics", "Electronic"),
    "توسعه": ("Development", "Tose'e"), "گسترش": ("Development", "Gostaresh"), "فولاد": ("Steel", "Foolad"),
    "نفت و گاز": ("Oil and Gas",), "کشتیرانی": ("Shipping", "Shipping Lines"), "انرژی": ("Energy",),
    "فناوری اطلاعات": ("Information Technology",), "تولیدی": ("Production", "Manufacturing", "Tolidi"),
    "حمل و نقل بین المللی": ("International Transport",), "شیمیایی": ("Chemical", "Chemical Industries"),
    "سرمایه گذاری": ("Investment",), "قطعات خودرو": ("Auto Parts", "Car Parts"), "پژوهش": ("Research",),
    "ماشین سازی": ("Machine Building", "Machinery", "Mashin Sazi"), "هواپیمایی": ("Airlines", "Air"),
    "خدمات": ("Services",), "فنی مهندسی": ("Technical Engineering", "Engineering"), "طراحی": ("Design",),
    "تجهیزات پزشکی": ("Medical Equipment",), "مخابرات": ("Telecommunications", "Communications"),
}  # fmt: skip
PERSIAN_TOWNS = {"تهران": "Tehran", "اصفهان": "Isfahan", "شیراز": "Shiraz", "ایران": "Iran", "کیش": "Kish"}

NATIONAL = {
    "نفت": "Oil", "گاز": "Gas", "پتروشیمی": "Petrochemical", "مس": "Copper", "فولاد": "Steel",
    "حفاری": "Drilling", "صنایع دریایی": "Marine Industries", "صنایع هوایی": "Aviation Industries",
    "صنایع الکترونیک": "Electronics Industries", "کشتیرانی": "Shipping", "مخابرات": "Telecommunication",
    "بیمه": "Insurance", "پژوهش فضایی": "Space Research", "انرژی اتمی": "Atomic Energy",
}  # fmt: skip
STATE = {
    "电子": "Electronics", "航空工业": "Aviation Industry", "船舶工业": "Shipbuilding Industry",
    "石油": "Petroleum", "核工业": "Nuclear", "机械进出口": "Machinery Import and Export",
    "化工进出口": "Chemical Import and Export", "航天科技": "Aerospace Science and Technology",
    "兵器工业": "Ordnance Industry", "铁路": "Railway",
    "精密机械": "Precision Machinery", "电力": "Electric Power", "远洋运输": "Ocean Shipping",
}  # fmt: skip

ARABIC = {
    "النور": "Al Noor", "البركة": "Al Baraka", "الصقر": "Al Saqr", "الأمين": "Al Amin", "الفارس": "Al Fares",
    "الزهراء": "Al Zahraa", "الرافدين": "Al Rafidain", "الفرات": "Al Furat", "الشام": "Al Sham",
    "اليمامة": "Al Yamama", "الراية": "Al Raya", "السلام": "Al Salam", "الوفاء": "Al Wafaa",
    "الهدى": "Al Huda", "الكوثر": "Al Kawthar", "الأفق": "Al Ofoq", "الساحل": "Al Sahel",
    "المنار": "Al Manar", "الياسمين": "Al Yasmin", "الجزيرة": "Al Jazeera", "البشائر": "Al Bashair",
    "النخيل": "Al Nakheel", "الريم": "Al Reem", "القدس": "Al Quds", "العقيق": "Al Aqeeq",
    "دلمون": "Dilmun", "بابل": "Babel", "سومر": "Sumer", "أوغاريت": "Ugarit", "قرطبة": "Cordoba",
    "حمورابي": "Hammurabi", "زنوبيا": "Zenobia", "بيبلوس": "Byblos", "سبأ": "Saba", "قاسيون": "Qasioun",
    "ميرا": "Mira", "ألفا": "Alpha", "أوميغا": "Omega", "دلتا": "Delta", "سمارت": "Smart", "ستار": "Star",
    "غولدن": "Golden", "رويال": "Royal", "بريميوم": "Premium", "يونيفرسال": "Universal", "فيجن": "Vision",
    "بروميس": "Promise", "تايغر": "Tiger", "إيجل": "Eagle", "سكاي": "Sky", "موندو": "Mondo",
    "حسان": "Hassan", "القاسم": "Al Qasim", "المهدي": "Al Mahdi", "جابر": "Jaber", "خليفة": "Khalifa",
}  # fmt: skip
ARABIC_TRADES = {
    "للتجارة العامة": ("General Trading", "General Trade"), "للتجارة": ("Trading", "Trade"),
    "للشحن": ("Shipping", "Cargo"), "للملاحة": ("Shipping", "Marine", "Navigation"),
    "للنقل": ("Transport",), "للخدمات اللوجستية": ("Logistics", "Logistics Services"),
    "للاستيراد والتصدير": ("Import and Export", "Import & Export"),
    "للمقاولات": ("Contracting", "Construction"),
    "للإلكترونيات": ("Electronics",), "للصناعات": ("Industries",), "للاستثمار": ("Investment",),
    "للطيران": ("Aviation", "Airlines"), "للطاقة": ("Energy",), "للصرافة": ("Exchange",),
    "للبترول": ("Petroleum", "Oil"), "للهندسة": ("Engineering",),
    "لتكنولوجيا المعلومات": ("Information Technology",),
    "العقارية": ("Real Estate",), "القابضة": ("Holding",), "شيبينغ": ("Shipping",), "تريدينغ": ("Trading",),
}  # fmt: skip
ARABIC_FORMS = (
    ("", "Company"),
    ("ش.ذ.م.م", "LLC"),
    ("ذ.م.م", "LLC"),
    ("م.م.ح", "FZE"),
    ("", "Co."),
    ("", ""),
)


@frozen
class Company:
    """A company in its own script and in Latin letters, where ``name`` tells it from others."""

    own: str
    latin: str
    name: str


def companies(drawn: random.Random, count: int) -> Iterator[Company]:
    """As many companies, two of five Chinese, two Persian, one Arabic."""
    kinds = (chinese, persian, chinese, persian, arabic)
    for number in range(count):
        yield kinds[number % len(kinds)](drawn)


def arabic(drawn: random.Random) -> Company:
    """An Arabic company: company, name, trade, legal form."""
    name, trade = drawn.choice(list(ARABIC)), drawn.choice(list(ARABIC_TRADES))
    form, latin_form = drawn.choice(ARABIC_FORMS)
    latin = ARABIC[name]
    if latin.startswith("Al ") and drawn.random() < 0.6:
        latin = drawn.choice((latin.replace(" ", "-"), latin[3:], f"El {latin[3:]}"))
    words = [_slurred(drawn, latin), drawn.choice(ARABIC_TRADES[trade]), latin_form]
    own = " ".join(filter(None, (drawn.choice(("شركة", "شركة", "مجموعة", "")), name, trade, form)))
    if own.startswith("مجموعة"):
        words[2] = "Group"
    return Company(own, " ".join(filter(None, words)), words[0])


def state_company(drawn: random.Random) -> Company:
    """A company of the state, named by its trade alone."""
    if drawn.random() < 0.5:
        trade = drawn.choice(list(NATIONAL))
        own = drawn.choice((f"شرکت ملی {trade} ایران", f"سازمان {trade} ایران"))
        latin = f"National Iranian {NATIONAL[trade]} Company"
        return Company(
            own, latin if "ملی" in own else f"Iran {NATIONAL[trade]} Organization", NATIONAL[trade]
        )
    trade = drawn.choice(list(STATE))
    latin = drawn.choice((f"China {STATE[trade]} Corporation", f"China {STATE[trade]} Group Co., Ltd"))
    own = f"中国{trade}" + ("集团有限公司" if "Group" in latin else drawn.choice(("总公司", "公司")))
    return Company(own, latin, STATE[trade])


def chinese(drawn: random.Random) -> Company:
    """A Chinese company: town, name, trade, legal form; now and then one of the state."""
    if drawn.random() < 0.06:
        return state_company(drawn)
    town, name = drawn.choice(list(TOWNS)), "".join(drawn.sample(CHARACTERS, drawn.choice((2, 2, 2, 3))))
    trade = drawn.choice(list(TRADES))
    form, latin_form = drawn.choice(FORMS)
    latin = chinese_name(drawn, name)
    words = [TOWNS[town], latin, TRADES[trade], latin_form]
    chance = drawn.random()
    if chance < 0.2:
        words = words[1:]
    elif chance < 0.3:
        words[2] = drawn.choice(list(TRADES.values()))
    elif chance < 0.35:
        words[0], words[1] = words[1], f"({words[0]})"
    own = f"{town}{name}{trade}{form}"
    if drawn.random() < 0.2:
        own = f"{name}{trade}({town}){form}" if drawn.random() < 0.5 else f"{name}{trade}{form}"
    return Company(own, " ".join(words), latin)


def chinese_name(drawn: random.Random, name: str) -> str:
    """How a name may be put into Latin letters: mostly Pinyin, joined or not, else Wade-Giles, the way of
    Hong Kong, or a translation."""
    known = hanzi()
    mandarin = [known.first[character] for character in name]
    chance = drawn.random()
    if chance < 0.06 and (found := translations(name, vocabulary().senses)):
        return " ".join(drawn.choice(found)).title()
    if chance < 0.09:
        return " ".join(respelt("wade_giles", each) for each in mandarin).title()
    if chance < 0.17:
        parts = [respelt("hong_kong", known.cantonese.get(character, "")) for character in name]
        return drawn.choice(("", " ")).join(parts).title()
    return drawn.choice(("", "", "", " ")).join(each.replace("v", "u") for each in mandarin).title()


def persian(drawn: random.Random) -> Company:
    """A Persian company: company, trade, one name or two, perhaps a town."""
    names = drawn.sample(list(PERSIAN), drawn.choice((1, 2, 2)))
    trade = drawn.choice(list(PERSIAN_TRADES))
    own = ["شرکت", *drawn.choice(([trade, *names], [*names, trade] if len(names) > 1 else [trade, *names]))]
    words = [drawn.choice(PERSIAN_TRADES[trade])]
    latin = [_slurred(drawn, PERSIAN[name]) for name in names]
    words = [*latin, *words] if drawn.random() < 0.75 else [*words, *latin]
    if drawn.random() < 0.2:
        town = drawn.choice(list(PERSIAN_TOWNS))
        own.append(town)
        words.append(PERSIAN_TOWNS[town])
    form = drawn.choice(("Company", "Co.", "Co. Ltd", "", "Group"))
    if drawn.random() < 0.15:
        own.append(drawn.choice(("(سهامی خاص)", "با مسئولیت محدود", "سهامی عام")))
    written = " ".join(own)
    if drawn.random() < 0.2:
        written = written.replace("ی", "ي").replace("ک", "ك")
    return Company(written, " ".join((*words, form)).strip(), latin[0])


def _slurred(drawn: random.Random, name: str) -> str:
    """A name with vowels and doubled letters as another hand might write them."""
    swaps = (("ou", "oo"), ("i", "ee"), ("eh", "e"), ("gh", "q"), ("o", "u"), ("z", "zz"), ("e", "i"))
    old, new = drawn.choice(swaps)
    return name.replace(old, new, 1) if drawn.random() < 0.35 else name


def near(drawn: random.Random, known: Sequence[Company]) -> Iterator[str]:
    """Other companies of the same town and trade: each in Latin letters under the name of another, under a
    name with another syllable, and (every third) without a name."""
    for number, each in enumerate(known):
        other = drawn.choice(known).name
        yield each.latin.replace(each.name, other, 1)
        half = len(each.name) // 2
        yield each.latin.replace(each.name, each.name[:half] + other[-half:].lower(), 1)
        if number % 3 == 0:
            yield " ".join(each.latin.replace(each.name, "", 1).split())
