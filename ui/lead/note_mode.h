// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lead/composer_mode.h"

class QComboBox;

#include <vector>

namespace keyturn {

class Button;
class GrowingEdit;
class Theme;

/// Writes a note: text with mentions, a type, private or pinned.
class NoteMode final : public ComposerMode
{
    Q_OBJECT

public:
    explicit NoteMode(Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] Result<Command> command(LeadId lead) const override;
    [[nodiscard]] QVariantMap draft() const override;
    void setDraft(const QVariantMap& draft) override;
    void focusFirst() override;
    void follow(const Catalogue& catalogue) override;
    void setBusy(bool busy) override;
    /// A document of the lead that this note will point to.
    void addAttachment(DocumentId document, const QString& fileName);

Q_SIGNALS:
    void attachRequested();

private:
    struct File
    {
        DocumentId id;
        QString name;
    };

    void showOptions();
    void showFiles();

    Theme& m_theme;
    GrowingEdit* m_text;
    QWidget* m_options;
    QComboBox* m_type;
    Button* m_private;
    Button* m_pinned;
    Button* m_attach;
    Button* m_save;
    QWidget* m_chips;
    std::vector<File> m_files;
};

} // namespace keyturn
