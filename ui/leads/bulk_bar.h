// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/lead_card.h"
#include "ui/kit/surface.h"

#include <QStringList>

namespace keyturn {

class Button;
class IconButton;
class Label;

/// What can be done with all selected leads at once. Stands at the bottom while rows are selected; while a command is
/// under way it says what is being done instead.
class BulkBar : public Surface
{
    Q_OBJECT

public:
    static constexpr int fixedHeight = 48;

    BulkBar(Theme& theme, QWidget* parent = nullptr);

    void setCatalogue(const Catalogue& catalogue) { m_catalogue = catalogue; }
    void setCount(qsizetype count);
    /// Two of them are selected, and the book can make one of them.
    void setMergeOffered(bool offered);
    /// "Moving 1,200 leads…"; empty: nothing is under way.
    void setBusy(const QString& words);
    /// How far what is under way is.
    void setShare(qint64 done, qint64 total);
    [[nodiscard]] QWidget* stageButton() const;

Q_SIGNALS:
    void stageChosen(keyturn::StageId stage);
    void ownerChosen(keyturn::UserId owner);
    void tagAdded(const QString& name);
    void tagRemoved(const QString& name);
    void temperatureChosen(keyturn::Temperature temperature);
    void mergeRequested();
    void copyRequested();
    void deleteRequested();
    void clearRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    Button* addButton(const QString& text, const QString& iconName, const QString& name, void (BulkBar::*open)());
    void openStages();
    void openOwners();
    void openTags();
    void openTagsToRemove();
    void openTemperatures();
    void askNewTag();

    Theme& m_theme;
    Catalogue m_catalogue;
    Label* m_words;
    QString m_doing; ///< what is under way
    Button* m_stage = nullptr;
    Button* m_tag = nullptr;
    Button* m_merge;
    QList<QWidget*> m_tools;
    QList<QPair<Button*, QString>> m_icons; ///< shown where there is room for the words beside them
};

} // namespace keyturn
