"""The addresses of the pages on who attends."""

from django.urls import path

from participants.views import account, adding, delegates, delegation, delegations, notes, replies

app_name = "participants"

LIST = "meetings/<slug:slug>/participants/"
ONE = f"{LIST}<uuid:uuid>/"
DELEGATE = "meetings/<slug:slug>/delegates/<uuid:uuid>/"

urlpatterns = [
    path("account/", account.account, name="account"),
    path(LIST, delegations.delegations, name="delegations"),
    path(f"{LIST}delegations.<str:file_format>", delegations.delegations_export, name="delegations_export"),
    path(f"{LIST}presence/", delegations.presence, name="presence"),
    path(f"{LIST}status/", delegations.status_of_many, name="status_of_many"),
    path(f"{LIST}add/", adding.delegation_add, name="delegation_add"),
    path(f"{LIST}groups/", adding.group_add, name="group_add"),
    path(ONE, delegation.delegation, name="delegation"),
    path(f"{ONE}reply/", delegation.reply, name="reply"),
    path(f"{ONE}places/", delegation.places, name="places"),
    path(f"{ONE}grounds/", delegation.grounds, name="grounds"),
    path(f"{ONE}notes/", notes.note_add, name="confidential_add"),
    path(f"{ONE}notes/<int:number>/remove/", notes.note_remove, name="confidential_remove"),
    path(f"{ONE}link/", replies.link_revoke, name="link_revoke"),
    path("meetings/<slug:slug>/replies/<uuid:uuid>/", replies.reply_decide, name="reply_decide"),
    path(f"{ONE}withdraw/", delegation.withdraw, name="delegation_withdraw"),
    path(f"{ONE}restore/", delegation.restore, name="delegation_restore"),
    path(f"{ONE}delegates/add/", delegates.delegate_add, name="delegate_add"),
    path(DELEGATE, delegates.delegate, name="delegate"),
    path(f"{DELEGATE}move/", delegates.delegate_move, name="delegate_move"),
    *(
        path(f"{DELEGATE}{action}/", delegates.delegate_act, {"action": action}, name=f"delegate_{action}")
        for action in ("head", "withdraw", "restore")
    ),
]
