// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/settings_keys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace keyturn {

namespace {

constexpr int writeDelayMs = 400;
const QLatin1String binaryKey("base64");

QJsonValue toJson(const QVariant& value)
{
    if (value.typeId() == QMetaType::QByteArray) {
        return QJsonObject{{binaryKey, QString::fromLatin1(value.toByteArray().toBase64())}};
    }
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue& json)
{
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        if (object.size() == 1 && object.contains(binaryKey)) {
            return QByteArray::fromBase64(object.value(binaryKey).toString().toLatin1());
        }
    }
    return json.toVariant();
}

QString writeFile(const QString& path, const QByteArray& content)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return QStringLiteral("cannot make the folder of %1").arg(path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return file.errorString();
    }
    return {};
}

} // namespace

QString Settings::defaultFile()
{
    const QString named = qEnvironmentVariable("KEYTURN_SETTINGS");
    if (!named.isEmpty()) {
        return named;
    }
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/keyturn.json");
}

Settings::Settings(const QString& file, Worker::Mode mode, QObject* parent)
    : QObject(parent)
    , m_file(file)
    , m_worker(QStringLiteral("settings"), mode)
{
    m_later.setSingleShot(true);
    m_later.setInterval(writeDelayMs);
    connect(&m_later, &QTimer::timeout, this, &Settings::flush);
    read();
}

Settings::~Settings()
{
    flush();
    m_worker.stop(Worker::Rest::Finish);
}

void Settings::read()
{
    QFile file(m_file);
    if (!file.exists()) {
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_trouble = file.errorString();
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    file.close();
    if (!document.isObject()) {
        // Somebody may want to look at it: it is not overwritten.
        m_trouble = error.errorString();
        const QString aside = m_file + QStringLiteral(".unreadable");
        QFile::remove(aside);
        QFile::rename(m_file, aside);
        return;
    }
    const QJsonObject object = document.object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        m_values.insert(it.key(), fromJson(it.value()));
    }
}

QVariant Settings::value(const QString& key) const
{
    const auto found = m_values.constFind(key);
    return found != m_values.constEnd() ? *found : settingFallback(key);
}

void Settings::setValue(const QString& key, const QVariant& value)
{
    if (this->value(key) == value) {
        return;
    }
    if (value.isValid()) {
        m_values.insert(key, value);
    } else {
        m_values.remove(key);
    }
    m_dirty = true;
    m_later.start();
    Q_EMIT valueChanged(key, value);
}

void Settings::flush()
{
    m_later.stop();
    if (!m_dirty) {
        return;
    }
    m_dirty = false;
    QJsonObject object;
    for (auto it = m_values.constBegin(); it != m_values.constEnd(); ++it) {
        object.insert(it.key(), toJson(it.value()));
    }
    const QByteArray content = QJsonDocument(object).toJson();
    m_worker.enqueue({[this, path = m_file, content] {
                          const QString trouble = writeFile(path, content);
                          if (!trouble.isEmpty()) {
                              m_inbox.post([this, trouble] { Q_EMIT writeFailed(trouble); });
                          }
                      },
                      {}});
}

} // namespace keyturn
