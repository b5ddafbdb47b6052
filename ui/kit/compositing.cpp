// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/compositing.h"

#include <QGuiApplication>

#if QT_CONFIG(xcb)
#include <QByteArray>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#endif

namespace keyturn {

#if QT_CONFIG(xcb)
namespace {

struct FreeReply
{
    void operator()(void* reply) const { std::free(reply); }
};
template<typename Reply>
using Answer = std::unique_ptr<Reply, FreeReply>;

// By convention the compositing manager of screen n owns the selection _NET_WM_CM_Sn.
bool hasManager(xcb_connection_t* server)
{
    constexpr int screen = 0; // Qt has all monitors on one
    const QByteArray name = "_NET_WM_CM_S" + QByteArray::number(screen);
    const Answer<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
        server, xcb_intern_atom(server, 0, static_cast<quint16>(name.size()), name.constData()), nullptr));
    if (!atom) {
        return false;
    }
    const Answer<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(server, xcb_get_selection_owner(server, atom->atom), nullptr));
    return owner && owner->owner != XCB_WINDOW_NONE;
}

} // namespace
#endif

bool isComposited()
{
#if QT_CONFIG(xcb)
    // The platform without a screen has this interface too, and nothing behind it.
    if (auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
        x11 != nullptr && QGuiApplication::platformName() == QLatin1String("xcb") && x11->connection() != nullptr) {
        return hasManager(x11->connection());
    }
#endif
    return true;
}

} // namespace keyturn
