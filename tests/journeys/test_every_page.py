"""Every page that somebody of the demo's city can reach by links: readable, calm, in one language, for everybody."""

import pytest
from playwright.sync_api import Browser, Page

from tidy.tree import ROOT
from world.city import Colours, enter
from world.walking import Stop, walk

pytestmark = [pytest.mark.browser, pytest.mark.journey]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# An officer sees most, a clerk sits at a phone, three keep the system, a stranger sits in the dark; nobody has signed in.
VISITORS = [
    ("lin", 1440),
    ("shen", 390),
    ("qin", 1440),
    ("yuan", 390),
    ("fang", 1440),
    ("ruan", 1440),
    ("", 390),
]
IN_THE_DARK = "ruan"
KILOBYTES = 60
# Whoever keeps the system is told of files, settings and commands by their names.
KEEPERS = {"qin", "yuan", "fang"}
TECHNICAL = r"luoshi [a-z-]+|[A-Za-z]+([_/.][A-Za-z]+)+"
# Layout shifts below this move nothing that an eye would see.
CALM = 0.01
# Names of things that have no Chinese name in use.
NAMES = {
    "Excel",
    "Word",
    "PDF",
    "English",
    "Chrome",
    "Chromium",
    "Linux",
    "HTML",
    "Markdown",
    "TXT",
    "SMTP",
    "SHA",
}
NAMES |= {
    "docx",
    "pdf",
    "xlsx",
    "html",
    "csv",
    "txt",
    "doc",
    "wps",
    "jpg",
    "png",
    "luoshi",
    "task",
    "Enter",
    "Esc",
}

# Only the rules on what moves or plays would need style sheets and films fetched once more, and none is that serious.
# Contrast takes half of the time, and is the same for the same text on the same grounds: it is looked at once in a walk.
AUDIT = """async (contrast) => (await axe.run(document, {
        resultTypes: ["violations"], preload: false, rules: {"color-contrast": {enabled: contrast}},
    })).violations
    .filter(found => ["serious", "critical"].includes(found.impact))
    .map(found => found.id + ": " + found.nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(" | "))"""
SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value; })
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 50);
})"""
# How each text is drawn: its own style, and the ground of everything around it.
DRAWN = """() => {
    const grounds = new Map(), found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const ground = (part) => {
        if (part && !grounds.has(part)) {
            const style = getComputedStyle(part), over = ground(part.parentElement);
            grounds.set(part, [over, style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
                style.mixBlendMode, style.position].join(";"));
        }
        return part ? grounds.get(part) : "";
    };
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement, style = getComputedStyle(parent);
        if (walker.currentNode.data.trim() && parent.checkVisibility()) found.add([style.color, style.fontSize,
            style.fontWeight, style.textShadow, style.webkitTextStroke, ground(parent)].join("|"));
    }
    return Array.from(found);
}"""
# What people named themselves, addresses of files and codes are data and may be Latin.
WORDS = """(own) => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent.closest("[translate=no], code, pre, script, style, [lang]:not(html)") || !parent.checkVisibility()) continue;
        const said = own ? walker.currentNode.data.replaceAll(new RegExp(own, "g"), "") : walker.currentNode.data;
        found.push(...(said.match(/[A-Za-z]{3,}/g) || []));
    }
    return found;
}"""


@pytest.mark.parametrize(("account", "width"), VISITORS)
def test_every_page_in_reach_is_fit_to_be_read(browser: Browser, city: str, account: str, width: int) -> None:
    colours: Colours = "dark" if account == IN_THE_DARK else "light"
    context = enter(browser, city, account, width=width, colours=colours)
    context.add_init_script(
        'addEventListener("securitypolicyviolation", (event) => console.error("refused", event.violatedDirective))'
    )
    context.add_init_script(path=AXE)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    wrong: list[str] = []
    own = TECHNICAL if account in KEEPERS else ""
    kinds, drawn = 0, set[str]()
    for stop in walk(tab, city, "/" if account else "/account/login/"):
        kinds += 1
        wrong += [f"{stop.path}: {fault}" for fault in [*_faults(tab, stop, own, drawn), *complaints]]
        complaints.clear()
    context.close()
    assert not wrong, "\n".join(wrong)
    assert kinds > 1


def _faults(tab: Page, stop: Stop, own: str, drawn: set[str]) -> list[str]:
    """Return what is wrong with the page; ``drawn`` is how the texts of the pages before were, and grows."""
    faults = []
    if stop.answer.status != 200:
        return [f"answers {stop.answer.status}"]
    if "html" not in stop.answer.headers.get("content-type", ""):
        return []
    size = len(stop.answer.body()) / 1024
    if size > KILOBYTES:
        faults.append(f"is {size:.0f} KB of text")
    wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        faults.append(f"is {wide} px wider than its screen")
    shift = tab.evaluate(SHIFT)
    if shift > CALM:
        faults.append(f"moves under the pointer by {shift:.3f}")
    foreign = sorted({word for word in tab.evaluate(WORDS, own) if word not in NAMES})
    if foreign:
        faults.append(f"speaks {', '.join(foreign)}")
    headings = tab.evaluate("document.querySelectorAll('h1').length")
    if headings != 1:
        faults.append(f"has {headings} first headings")
    new = set(tab.evaluate(DRAWN)) - drawn
    drawn |= new
    return [*faults, *tab.evaluate(AUDIT, bool(new))]
