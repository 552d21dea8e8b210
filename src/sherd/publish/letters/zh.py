"""Letters in Chinese, simplified characters."""

from sherd.publish.letters.phrases import Phrases

PHRASES = Phrases(
    to="致",
    reference="我方编号",
    date="日期",
    sender="发函方",
    contact="收件人",
    due="请于此日期前答复",
    no_date="未设期限",
    about="事由",
    asked="询问事项",
    sheet="答复表",
    what="项目",
    value="内容",
    answer="答复",
    why="询问理由：",
    facts_title="已记录的事实",
    your_words="请用贵方自己的话答复",
    signed="姓名、职务、日期",
    fairness_title="请注意",
    fairness="除非明确说明，本函不推定供应链上游的制造商或各方有任何不当行为。",
    subjects={
        "maker": "关于一个元器件的询问",
        "state": "武器追查请求",
        "reply": "关于贵方的陈述及贵方的答复权",
    },
    openings={
        "maker": "我方在一件被缴获的武器中记录到下述元器件，谨请协助查明其流入途径。",
        "state": "谨请根据《使各国能够及时和可靠地识别和追查非法小武器和轻武器的国际文书》追查下述武器。",
        "reply": "以下关于贵方的陈述拟予公布。谨请答复；贵方的答复将刊印在旁。",
    },
    voluntary={
        "maker": "答复出于自愿。贵方要求保密的内容将不予披露。",
        "state": "答复仅用于上述用途；贵方设定的限制将得到遵守。",
        "reply": "若在上述日期前未收到答复，公布时将说明已向贵方询问。",
    },
    questions={
        "maker": (
            "这是否为贵方产品，标记是否为贵方所用？",
            "它于何时何地制造，属于哪一批次？",
            "该批次最初售予何方，何时，数量多少？",
            "贵方是否知悉其转售，或有关遗失、失窃、仿冒的报告？",
        ),
        "state": (
            "该武器是否在贵国境内制造或进口，何时？",
            "最后已知的合法持有人是谁，何时脱离贵方管控？",
            "其出口是否获得批准，售予何方，最终用途为何？",
            "如拒绝或推迟答复：理由为何？",
        ),
        "reply": (
            "所述是否属实？",
            "贵方希望读者知道什么？",
            "哪些记录可以支持贵方的答复？",
        ),
    },
    facts={
        "part": "订货型号",
        "brand": "所标品牌",
        "marking": "标记（逐行）",
        "made": "制造日期（据标记）",
        "picture": "图片",
        "weapon": "武器",
        "serial": "序列号及标记",
        "legal_basis": "法律依据",
        "use": "答复的用途",
        "illicit": "认定为非法的理由",
    },
    codings={
        "full": "完整答复",
        "partial": "部分答复",
        "no_records": "未查到记录",
        "retention_expired": "记录已过保存期限",
        "not_our_product": "非我方产品",
        "refused": "拒绝答复；理由：",
    },
)
