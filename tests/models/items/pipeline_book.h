// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"

#include <QTest>

namespace keyturn::test {

/// A book of random leads, and the store of a window over it.
struct PipelineBook
{
    explicit PipelineBook(int leads, quint32 seed = 1)
        : workspace(catalogue())
        , store(workspace)
        , random(seed)
    {
        for (int n = 0; n < leads; ++n) {
            workspace.add(randomCard(random, workspace.catalogue(), static_cast<quint32>(n), workspace.time.now()));
        }
    }
    void open()
    {
        store.load(3);
        QTRY_VERIFY(store.isComplete());
    }

    FakeWorkspace workspace;
    LeadStore store;
    QRandomGenerator random;
};

} // namespace keyturn::test
