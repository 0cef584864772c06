"""The web engine, shut in: everything a sign-in page does not need is denied. Loaded in the child process only.

Knows QtWebEngine and the policy; knows no window around it. It injects nothing, reads no page and no form field, and
keeps nothing.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineClientCertificateSelection,
    QWebEngineDesktopMediaRequest,
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineLoadingInfo,
    QWebEngineNavigationRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineWebAuthUxRequest,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

from wisestep_desktop import __version__
from wisestep_desktop.shell.signin.policy import Context, Decision, decide, may_fetch
from wisestep_desktop.shell.signin.window import Trouble

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.TouchIconsEnabled,
)
_ON = (_Attribute.PlaybackRequiresUserGesture, _Attribute.WebRTCPublicInterfacesOnly)

_ABORTED = frozenset({-3, -20})
"""Chromium's codes for a load that was given up or that we rejected: nothing went wrong."""

_EDITING = (
    QWebEnginePage.WebAction.Cut,
    QWebEnginePage.WebAction.Copy,
    QWebEnginePage.WebAction.Paste,
    QWebEnginePage.WebAction.SelectAll,
)


class Engine(QObject):
    """One view for one sign-in. ``close`` it before the application ends."""

    caught = Signal(str)
    """The browser was sent to the return address: the whole address, never requested."""
    left = Signal(str, bool)
    """An address outside the sign-in was asked for, and whether by a person's click. Nothing was opened."""
    refused = Signal()
    """A person clicked on something that is not opened at all."""
    moved = Signal(str, bool)
    """What the origin bar shows: the address, and whether its page came over a clean secured connection."""
    progressed = Signal(int)
    """Per cent loaded; 100 when loading ended in whatever way."""
    troubled = Signal(Trouble)
    """The page cannot be shown."""
    loaded = Signal()
    """A page is there."""
    security_key = Signal(QObject)
    """A page asks for a security key or passkey; the request lives until it ends by itself."""

    def __init__(self, context: Context, background: str) -> None:
        super().__init__()
        self._context = context
        self._profile = QWebEngineProfile(self)  # without a name it is off the record
        self._interceptor = _Parts(context, self)
        self._dress_profile()
        self._page = _Page(self._profile, self)
        self._page.setBackgroundColor(QColor(background))
        self._connect_page()
        self._view = QWebEngineView()
        self._view.setPage(self._page)
        self._view.setAcceptDrops(False)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._secured: set[str] = set()

    @property
    def view(self) -> QWidget:
        """Return the widget that shows the page."""
        return self._view

    @Slot()
    def begin(self) -> None:
        """Load the first page, or load it again."""
        self.moved.emit(self._context.authorize_url, False)  # noqa: FBT003  a signal's argument has no name
        self._page.load(QUrl(self._context.authorize_url))

    @Slot()
    def retry(self) -> None:
        """Load what could not be loaded."""
        if self._page.url().isEmpty():
            self.begin()
        else:
            self._page.triggerAction(QWebEnginePage.WebAction.Reload)

    @Slot()
    def back(self) -> None:
        """Go one page back."""
        self._page.triggerAction(QWebEnginePage.WebAction.Back)

    def close(self) -> None:
        """Forget everything: cookies, then the view, the page, and the profile last of all."""
        self._profile.cookieStore().deleteAllCookies()
        self._profile.clearAllVisitedLinks()
        for part in (self._view, self._page, self._profile):
            if shiboken6.isValid(part):
                shiboken6.delete(part)

    def _dress_profile(self) -> None:
        profile = self._profile
        if not profile.isOffTheRecord():
            raise RuntimeError("a sign-in never goes on record")
        profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        profile.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
        profile.setSpellCheckEnabled(False)
        profile.setPushServiceEnabled(False)
        profile.setHttpUserAgent(f"{profile.httpUserAgent()} WiseStepDesktop/{__version__}")
        profile.setUrlRequestInterceptor(self._interceptor)
        profile.downloadRequested.connect(self._cancel_download)
        settings = profile.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)  # noqa: FBT003  Qt names no argument
        for attribute in _ON:
            settings.setAttribute(attribute, True)  # noqa: FBT003
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)

    def _connect_page(self) -> None:
        page = self._page
        page.navigationRequested.connect(self._navigate)
        page.newWindowRequested.connect(self._stay_in_one_window)
        page.urlChanged.connect(self._move)
        page.loadProgress.connect(self.progressed)
        page.loadingChanged.connect(self._loading)
        page.renderProcessTerminated.connect(self._stopped)
        page.certificateError.connect(self._reject_certificate)
        page.permissionRequested.connect(self._deny)
        page.fileSystemAccessRequested.connect(self._reject_files)
        page.registerProtocolHandlerRequested.connect(self._reject_handler)
        page.desktopMediaRequested.connect(self._reject_media)
        page.fullScreenRequested.connect(self._reject_full_screen)
        page.selectClientCertificate.connect(self._show_no_certificate)
        page.webAuthUxRequested.connect(self._pass_on_key)

    @Slot(QWebEngineNavigationRequest)
    def _navigate(self, request: QWebEngineNavigationRequest) -> None:
        url = _spelled(request.url())
        decision = decide(url, self._context, main_frame=request.isMainFrame())
        if decision is Decision.ALLOW:
            request.accept()
            return
        request.reject()
        clicked = request.navigationType() is QWebEngineNavigationRequest.NavigationType.LinkClickedNavigation
        self._turn_away(url, decision, clicked=clicked)

    @Slot(QWebEngineNewWindowRequest)
    def _stay_in_one_window(self, request: QWebEngineNewWindowRequest) -> None:
        """Open what a person clicked in the one window there is, if it belongs here; nothing else."""
        if not request.isUserInitiated():
            return
        url = _spelled(request.requestedUrl())
        decision = decide(url, self._context)
        if decision is Decision.ALLOW:
            self._page.load(request.requestedUrl())
        else:
            self._turn_away(url, decision, clicked=True)

    def _turn_away(self, url: str, decision: Decision, *, clicked: bool) -> None:
        match decision:
            case Decision.CATCH:
                self.caught.emit(url)
            case Decision.OPEN_OUTSIDE:
                self.left.emit(url, clicked)
            case Decision.REFUSE if clicked:
                self.refused.emit()

    @Slot(QUrl)
    def _move(self, url: QUrl) -> None:
        self.moved.emit(_spelled(url), _origin_of(url) in self._secured)

    @Slot(QWebEngineLoadingInfo)
    def _loading(self, info: QWebEngineLoadingInfo) -> None:
        match info.status():
            case QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus:
                self.progressed.emit(0)
            case QWebEngineLoadingInfo.LoadStatus.LoadSucceededStatus:
                if info.url().scheme() == "https":
                    self._secured.add(_origin_of(info.url()))
                self._move(self._page.url())
                self.progressed.emit(100)
                self.loaded.emit()
            case QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus:
                self.progressed.emit(100)
                self._judge_failure(info)
            case QWebEngineLoadingInfo.LoadStatus.LoadStoppedStatus:
                self.progressed.emit(100)

    def _judge_failure(self, info: QWebEngineLoadingInfo) -> None:
        """Tell trouble from a page that says itself what is wrong, and from what we turned away."""
        match info.errorDomain():
            case QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain:
                self.loaded.emit()
            case QWebEngineLoadingInfo.ErrorDomain.CertificateErrorDomain:
                self._secured.discard(_origin_of(info.url()))
                self.troubled.emit(Trouble.CERTIFICATE)
            case _ if info.errorCode() not in _ABORTED:
                self.troubled.emit(Trouble.UNREACHABLE)

    @Slot(QWebEngineCertificateError)
    def _reject_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        if error.isMainFrame():
            self._secured.discard(_origin_of(error.url()))
            self.troubled.emit(Trouble.CERTIFICATE)

    @Slot()
    def _stopped(self) -> None:
        self.progressed.emit(100)
        self.troubled.emit(Trouble.STOPPED)

    @Slot(QWebEngineDownloadRequest)
    def _cancel_download(self, request: QWebEngineDownloadRequest) -> None:
        request.cancel()

    @Slot(QWebEnginePermission)
    def _deny(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    @Slot(QWebEngineFileSystemAccessRequest)
    def _reject_files(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()

    @Slot(QWebEngineRegisterProtocolHandlerRequest)
    def _reject_handler(self, request: QWebEngineRegisterProtocolHandlerRequest) -> None:
        request.reject()

    @Slot(QWebEngineDesktopMediaRequest)
    def _reject_media(self, request: QWebEngineDesktopMediaRequest) -> None:
        request.cancel()

    @Slot(QWebEngineFullScreenRequest)
    def _reject_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    @Slot(QWebEngineClientCertificateSelection)
    def _show_no_certificate(self, selection: QWebEngineClientCertificateSelection) -> None:
        selection.selectNone()

    @Slot(QWebEngineWebAuthUxRequest)
    def _pass_on_key(self, request: QWebEngineWebAuthUxRequest) -> None:
        self.security_key.emit(request)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        """Offer what helps with typing; nothing that saves, prints or shows the source."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._page.action(action) for action in _EDITING])
        menu.popup(self._view.mapToGlobal(at))


class _Page(QWebEnginePage):
    """A page that hands no file of this computer to anybody and writes nothing down."""

    def chooseFiles(self, _mode: object, _old: object, _types: object) -> list[str]:
        """Choose none."""
        return []

    def javaScriptConsoleMessage(self, _level: object, _message: object, _line: object, _source: object) -> None:
        """Drop it: what a page says to its developers may hold what a person typed."""


class _Parts(QWebEngineUrlRequestInterceptor):
    """Stops a page from fetching parts of itself from where they cannot belong."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block one request or let it be; pages themselves were judged before."""
        pages = (
            QWebEngineUrlRequestInfo.ResourceType.ResourceTypeMainFrame,
            QWebEngineUrlRequestInfo.ResourceType.ResourceTypeSubFrame,
        )
        if info.resourceType() not in pages:
            info.block(not may_fetch(_spelled(info.requestUrl()), self._context))


def _spelled(url: QUrl) -> str:
    """Return an address as it goes over the wire: punycode, percent signs, no prettiness."""
    return bytes(url.toEncoded(QUrl.ComponentFormattingOption.FullyEncoded).data()).decode("ascii", "replace")


def _origin_of(url: QUrl) -> str:
    return f"{url.scheme()}://{url.authority(QUrl.ComponentFormattingOption.FullyEncoded)}"
