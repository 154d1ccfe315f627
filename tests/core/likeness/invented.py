"""Invented sign-offs from templates: the same facts told twice, and other facts told alike.

The wordings are written without looking at the engine's own list of synonyms.
"""

from dataclasses import dataclass
from random import Random

NAMES = (
    *("青禾", "石桥", "南塘", "云峰", "白鹭", "松柏", "东篱", "榆林", "桃源"),
    *("长堤", "柳溪", "新雁", "望江", "金谷", "竹园", "古渡", "北辰", "半山"),
)
UNITS = ("市数据局", "区民政局", "县交通运输局", "我单位", "本支部", "市政务服务中心", "区住建局", "")
OPENINGS = ("", "", "接到任务后，", "按照部署，", "对照要求，", "收到交办单后，")
ENDINGS = ("", "", "下一步将继续跟踪。", "成效较好。", "各方反映良好。")

# Each topic is clauses, each clause some ways to say it; {n} is a figure, {o} the name of a thing.
TOPICS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("为{o}小区加装电梯{0}部", "{o}小区新装电梯{0}部", "{o}小区{0}部电梯加装完工"),
        ("协调管线迁改{1}处", "{1}处管线完成迁改", "管线迁改了{1}处"),
        (
            "召开居民议事会{2}次，意见基本统一",
            "居民议事会开了{2}次，意见已基本统一",
            "经{2}次居民议事会，意见趋于统一",
        ),
        ("工程款由{3}户居民按约分摊", "{3}户居民依约分摊工程款", "分摊工程款的居民有{3}户，均按约定"),
    ),
    (
        ("疏通{o}路排水管道{0}米", "{o}路排水管道疏通{0}米", "已把{o}路{0}米排水管道疏通"),
        ("清掏雨水篦子{1}个", "雨水篦子清掏{1}个", "掏净{1}个雨水篦子"),
        ("易涝点减少到{2}处", "易涝点仅余{2}处", "还剩易涝点{2}处"),
        ("值班队伍{3}人实行三班轮换", "{3}人的值班队伍三班倒", "组建{3}人值班队伍，三班轮换"),
    ),
    (
        ("在{o}村种植油茶{0}亩", "{o}村栽下油茶{0}亩", "{o}村油茶种植面积{0}亩"),
        ("吸纳{1}名脱贫户务工", "{1}名脱贫户在此务工", "带动脱贫户{1}名就近务工"),
        ("人均增收{2}元", "每人多收入{2}元", "人均收入增加{2}元"),
        ("与收购商签下保底协议{3}份", "签了{3}份保底收购协议", "保底收购协议签订{3}份"),
    ),
    (
        (
            "{o}医院预约挂号时段细分到{0}分钟",
            "{o}医院把预约挂号精确到{0}分钟",
            "{o}医院的挂号预约按{0}分钟分段",
        ),
        ("门诊候诊缩到{1}分钟", "门诊等候约{1}分钟", "患者门诊候诊{1}分钟左右"),
        ("夜间门诊开出{2}个科室", "{2}个科室开设夜间门诊", "夜间门诊有{2}个科室"),
        ("投诉环比少{3}件", "投诉比上月少了{3}件", "较上月少{3}件投诉"),
    ),
    (
        ("{o}中学食堂更新留样冰箱{0}台", "{o}中学食堂换了{0}台留样冰箱", "给{o}中学食堂配新留样冰箱{0}台"),
        ("抽检食材{1}批次无不合格", "食材抽检{1}批次，无一不合格", "{1}批次食材抽检没有不合格"),
        ("家长陪餐{2}人次", "{2}人次家长来校陪餐", "邀家长陪餐{2}人次"),
        ("后厨摄像头接通{3}路", "接通后厨摄像头{3}路", "{3}路后厨摄像头已接通"),
    ),
    (
        ("党支部讲党课{0}次", "支部上党课{0}次", "{0}次党课由支部讲授"),
        ("书记与青年党员谈心{1}人", "书记谈心{1}名青年党员", "{1}名青年党员同书记谈了心"),
        ("{o}社区认领微心愿{2}个", "认领{o}社区微心愿{2}个", "从{o}社区领回微心愿{2}个"),
        ("义务劳动{3}小时", "{3}小时义务劳动", "累计义务劳动{3}小时"),
    ),
    (
        ("{o}平台归集证照数据{0}万条", "归集到{o}平台的证照数据有{0}万条", "证照数据{0}万条归集进{o}平台"),
        ("接口故障率降为{1}%", "接口故障率只有{1}%", "把接口故障率压到{1}%"),
        ("打通业务系统{2}套", "{2}套业务系统互通", "业务系统贯通{2}套"),
        ("月调用{3}万次", "每月被调用{3}万次", "月均调用量{3}万次"),
    ),
)


@dataclass(frozen=True)
class Pair:
    """Two texts, and whether they tell the same."""

    same: bool
    one: str
    other: str


def told(topic: int, name: str, figures: list[int], chance: Random, *, alike: bool = False) -> str:
    """One sign-off. ``alike`` keeps the first wording and the order."""
    clauses = [ways[0] if alike else chance.choice(ways) for ways in TOPICS[topic]]
    if not alike:
        chance.shuffle(clauses)
    body = chance.choice("，；").join(clause.format(*figures, o=name) for clause in clauses)
    return f"{chance.choice(OPENINGS)}{chance.choice(UNITS)}{body}。{chance.choice(ENDINGS)}"


def pairs(count: int, seed: int) -> list[Pair]:
    """``count`` pairs, every other one the same facts in other words."""
    chance = Random(seed)  # noqa: S311  # invented text, no secret
    made = []
    for number in range(count):
        topic = chance.randrange(len(TOPICS))
        name, figures = chance.choice(NAMES), [chance.randint(2, 400) for _ in range(4)]
        if number % 2:
            other = told(topic, name, figures, chance)
        else:
            figures_too = [chance.randint(2, 400) for _ in range(4)]
            other = told(topic, chance.choice(NAMES), figures_too, chance, alike=chance.random() < 0.7)
        one = told(topic, name, figures, chance, alike=not number % 2)
        made.append(Pair(bool(number % 2), one, other))
    return made
