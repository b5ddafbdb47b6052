// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_section.h"

#include "models/workspace/when_ready.h"
#include "ui/kit/field.h"

#include <QPointer>
#include <QVBoxLayout>

namespace keyturn {

SettingsSection::SettingsSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
}

void SettingsSection::submit(const Command& command, Field* field, std::function<void()> done)
{
    const QPointer<Field> place(field);
    whenReady(m_workspace.submit(command), this,
              [this, place, done = std::move(done)](const Result<Committed>& answer) {
                  if (!answer) {
                      if (place) {
                          place->setError(answer.error().message);
                      } else {
                          Q_EMIT failed(answer.error());
                      }
                      return;
                  }
                  if (place) {
                      place->setError({});
                      place->showSaved();
                  }
                  if (done) {
                      done();
                  }
              });
}

} // namespace keyturn
