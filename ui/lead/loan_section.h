// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/section_card.h"

namespace keyturn {

class ComputedBand;
class FieldBinder;
class FormGrid;
class LeadEditor;

/// The loan that is wished for, with its figures as one types.
class LoanSection : public SectionCard
{
    Q_OBJECT

public:
    LoanSection(Theme& theme, LeadEditor& editor, FieldBinder& binder, int columns, QWidget* parent = nullptr);

private:
    void follow();

    LeadEditor& m_editor;
    FieldBinder& m_binder;
    FormGrid* m_grid;
    ComputedBand* m_band;
};

} // namespace keyturn
