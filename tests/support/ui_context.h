// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_context.h"

#include <map>

namespace keyturn::test {

/// Preferences that live as long as the test.
class KeptPreferences final : public Preferences
{
public:
    [[nodiscard]] QVariant value(const QString& key) const override
    {
        const auto found = kept.find(key);
        return found == kept.end() ? QVariant() : found->second;
    }
    void setValue(const QString& key, const QVariant& value) override { kept[key] = value; }

    std::map<QString, QVariant> kept;
};

/// Says yes to everything, and hands out `file` for every path.
class WillingPrompts final : public Prompts
{
public:
    void confirm(QWidget*, const QString&, const QString&, const QString&, std::function<void(bool)> answer) override
    {
        answer(true);
    }
    void openFile(QWidget*, const QString&, const QStringList&, std::function<void(QString)> answer) override
    {
        answer(file);
    }
    void saveFile(QWidget*, const QString&, const QString&, const QStringList&,
                  std::function<void(QString)> answer) override
    {
        answer(file);
    }

    QString file;
};

} // namespace keyturn::test
