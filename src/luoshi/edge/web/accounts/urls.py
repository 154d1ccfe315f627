"""The addresses of one's own account. Of allauth's views only these are open."""

from allauth.account import views
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as codes
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as provider
from django.urls import path

from luoshi.edge.web.access import everyone, own
from luoshi.edge.web.text_size import text_size

from .sessions import end_other_sessions, end_session
from .views import mine

urlpatterns = [
    path("", mine, name="account"),
    path("text", text_size, name="text_size"),
    path("sessions/closure", end_other_sessions, name="other_sessions_closure"),
    path("sessions/<int:number>/closure", end_session, name="session_closure"),
    path("login/", everyone(views.login), name="account_login"),
    path("login/code/", everyone(factors.authenticate), name="mfa_authenticate"),
    path("login/passkey/", everyone(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("login/<slug:provider_id>/", everyone(provider.login), name="openid_connect_login"),
    path("login/<slug:provider_id>/back/", everyone(provider.callback), name="openid_connect_callback"),
    path("logout/", own(views.logout), name="account_logout"),
    path("inactive/", everyone(views.account_inactive), name="account_inactive"),
    path("password/", own(views.password_change), name="account_change_password"),
    path("reauthenticate/", own(views.reauthenticate), name="account_reauthenticate"),
    path("reauthenticate/code/", own(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "reauthenticate/passkey/", own(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"
    ),
    path("factors/", own(factors.index), name="mfa_index"),
    path("factors/code/", own(codes.activate_totp), name="mfa_activate_totp"),
    path("factors/code/removal/", own(codes.deactivate_totp), name="mfa_deactivate_totp"),
    path("factors/recovery/", own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("factors/recovery/new/", own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("factors/recovery/file/", own(recovery.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("factors/passkeys/", own(factors.index), name="mfa_list_webauthn"),
    path("factors/passkeys/new/", own(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("factors/passkeys/<int:pk>/removal/", own(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
