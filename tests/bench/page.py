"""What was measured, as a page with a chart, from `var/bench.json` into `docs/`: `python -m tests.bench.page`."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.figures import Figure

MEASURED, PAGE, CHART = Path("var/bench.json"), Path("docs/figures.md"), Path("docs/figures.svg")
WIDTH, NAMES, ROW, ONE = 900, 430, 26, 120  # pixels; ONE is how long the bar of a figure is that just reaches its bar
VERDICT = {True: "holds", False: "**misses**"}
LONGEST = 3.5  # times the bar: what is more is cut off, and says by how much


def main() -> None:
    """Write the page and its chart."""
    figures = [Figure(**each) for each in json.loads(MEASURED.read_text("utf-8"))]
    CHART.write_text(chart(figures), "utf-8")
    before, _, rest = PAGE.read_text("utf-8").partition("<!-- figures -->")
    after = rest.partition("<!-- /figures -->")[2]
    PAGE.write_text(f"{before}<!-- figures -->\n{table(figures)}\n<!-- /figures -->{after}", "utf-8")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table."""
    rows = [
        f"| {f.name} | {f.value:,.0f} {f.unit} | {f.against} | {f.ratio:.2f} | {f.bar:g} | {VERDICT[f.holds]} |"
        for f in figures
    ]
    return "\n".join(["| what | measured | against | ratio | bar | |", "|---|---|---|---|---|---|", *rows])


def chart(figures: Sequence[Figure]) -> str:
    """Return a bar for each ratio, as long as it is of its own bar, which is the line."""
    bars = [_bar(n, f) for n, f in enumerate(figures)]
    height = ROW * (len(figures) + 1)
    line = f'<line x1="{NAMES + ONE}" x2="{NAMES + ONE}" y1="0" y2="{height}" stroke="#1a1a1a"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif"'
    return f'{head} font-size="13"><rect width="100%" height="100%" fill="#fff"/>{"".join(bars)}{line}</svg>\n'


def _bar(n: int, figure: Figure) -> str:
    share = figure.ratio / figure.bar if figure.bar else float(figure.holds)
    width, y = min(share, LONGEST) * ONE, ROW * n + 6
    colour = "#1c6e4a" if figure.holds else "#b3261e"
    name = escape(f"{figure.name}, beside {figure.against}"[:66])
    return (
        f'<text x="{NAMES - 8}" y="{y + 13}" text-anchor="end">{name}</text>'
        f'<rect x="{NAMES}" y="{y}" width="{width:.0f}" height="{ROW - 9}" fill="{colour}"/>'
        f'<text x="{NAMES + width + 6:.0f}" y="{y + 13}">{figure.ratio:.2f}</text>'
    )


if __name__ == "__main__":
    main()
