// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the inputs with which a fuzzer begins into a folder: seeds TARGET FOLDER.
#include "tests/fuzz/targets.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdio>

int main(int argc, char** argv)
{
    const keyturn::fuzz::Target* const target = argc == 3 ? keyturn::fuzz::target(argv[1]) : nullptr;
    if (target == nullptr) {
        std::fprintf(stderr, "use seeds TARGET FOLDER\n");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    for (const QByteArray& input : target->corpus()) {
        const QByteArray name = QCryptographicHash::hash(input, QCryptographicHash::Sha1).toHex();
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size()) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file.fileName()));
            return 1;
        }
    }
    return 0;
}
