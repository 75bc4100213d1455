"""Laying out on pages, and ending them well: a part should not end on a page with a line or two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, PageBreak

from events.documents.pdf.flow import Condition, Ruling
from events.documents.pdf.frame import Frame
from events.documents.pdf.pages import describe
from events.documents.pdf.rows import CLEARLY_PT, Rows
from events.documents.pdf.text import Text

# What a last page has at least: five lines of text.
LEAST_LAST_PT = 75.0
# A table is parted at an earlier row only where its rows are short.
LARGEST_ROW_SHARE = 0.25


class Builder(BaseDocTemplate):
    """Platypus' builder, which would overwrite what a canvas says about itself before it begins.

    A page that its part overruns by a line takes it in; one that is overrun by a few sends more along.
    """

    house_frame: Frame
    # By how much a page may be longer to take in the end of its part.
    most_longer_pt = 0.0
    _is_page_new = False

    def handle_documentBegin(self) -> None:  # noqa: N802
        super().handle_documentBegin()
        frame = self.house_frame
        describe(self.canv, title=frame.title, author=frame.author, subject=frame.subject, keywords=frame.keywords)
        if frame.direction == "rtl":
            self.canv.setViewerPreference("Direction", "R2L")

    def handle_frameBegin(self, *arguments: object, **options: object) -> None:  # noqa: N802
        super().handle_frameBegin(*arguments, **options)
        self._is_page_new = True

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        if self._is_page_new and not isinstance(flowables[0], ActionFlowable):
            self._is_page_new = False
            room = {"room_pt": self.frame._aH, "width_pt": self.frame._aW}
            self.frame._y1p = self.frame._y1 - _longer_pt(flowables, **room, most_pt=self.most_longer_pt)
        super().handle_flowable(flowables)


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """A flowable where it would stand if the page had no end: from `top_pt` to `end_pt` below the page's top."""

    flowable: Flowable
    top_pt: float
    end_pt: float


def _longer_pt(flowables: Sequence[Flowable], *, room_pt: float, width_pt: float, most_pt: float) -> float:
    """Return by how much the page is to be longer than `room_pt`, at most `most_pt`; less than 0: shorter."""
    placed = list(_placed(flowables, most_pt=room_pt + LEAST_LAST_PT, width_pt=width_pt))
    over_pt = placed[-1].end_pt - room_pt if placed else 0
    if not 0 < over_pt < LEAST_LAST_PT:
        return 0
    if over_pt <= most_pt:
        return over_pt + CLEARLY_PT
    shorter_pt = LEAST_LAST_PT - over_pt
    first = next(one for one in placed if one.end_pt > room_pt - shorter_pt)
    return -shorter_pt if _may_go_over(first, room_pt) else 0


def _may_go_over(first: _Placed, room_pt: float) -> bool:
    """Return whether a page may end before or in it: a drawing keeps its page, as does what stands there alone."""
    if isinstance(first.flowable, Rows):
        return first.flowable.highest_pt <= LARGEST_ROW_SHARE * room_pt
    return isinstance(first.flowable, (Text, Ruling)) and first.top_pt > 0


def _placed(flowables: Sequence[Flowable], *, most_pt: float, width_pt: float) -> Iterator[_Placed]:
    """Yield what stands before the next page break, as far as the first that ends below `most_pt`."""
    end_pt = after_pt = 0.0
    of_this_part = takewhile(lambda one: not isinstance(one, PageBreak), flowables)
    for flowable in of_this_part:
        if isinstance(flowable, (ActionFlowable, Condition)):
            continue
        top_pt = end_pt + max(flowable.getSpaceBefore(), after_pt) if end_pt else 0.0
        end_pt, after_pt = top_pt + flowable.wrap(width_pt, most_pt)[1], flowable.getSpaceAfter()
        yield _Placed(flowable=flowable, top_pt=top_pt, end_pt=end_pt)
        if end_pt > most_pt:
            return
