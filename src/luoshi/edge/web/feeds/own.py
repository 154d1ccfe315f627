"""One's own calendar feeds: open one and see its address, once; revoke one."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from luoshi.core.refusals import Refusal
from luoshi.edge.feeds import actions
from luoshi.edge.feeds.queries import feeds_of, own_feed
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import UNPROCESSABLE, ActForm, either, signed, typed_in
from luoshi.edge.web.pages import page
from luoshi.edge.web.refusing import sentence


class FeedForm(ActForm):
    """What a new feed may say."""

    titles = forms.BooleanField(label=gettext_lazy("写明任务名称（不选只写几件）"), required=False)


@either
@members
def feeds(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List one's own feeds (GET), or open one and show its address (POST); it is shown on this answer alone."""
    form, secret = FeedForm(typed_in(request)), ""
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_feed(viewer.person, titles=form.cleaned_data["titles"], **signed(viewer))
        except Refusal as refusal:
            form.add_error(None, sentence(refusal))
        else:
            secret = opened[1]
    link = request.build_absolute_uri(reverse("feed", kwargs={"secret": secret})) if secret else ""
    context = {"feeds": feeds_of(viewer.person), "form": form, "link": link}
    status = UNPROCESSABLE if form.errors else 200
    answer = page(request, "feeds/feeds.html", context, status=status)
    if link:
        # The address is a secret: no copy of the page that shows it is kept.
        answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@members
def revocation(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Revoke one of one's own feeds; anybody else's does not exist."""
    feed = own_feed(viewer.person, number)
    if feed is None:
        raise Http404
    try:
        actions.revoke(feed, **signed(viewer))
    except Refusal as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("已停用：这个地址不再有内容，日历程序里可以删掉它。"))
    return redirect("feeds")
