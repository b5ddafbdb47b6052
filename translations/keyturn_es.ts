<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>CardPainter</name>
    <message>
        <source>%1 d</source>
        <extracomment>A number of days, as short as can be</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>Sin monto</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>Sin próximo paso</translation>
    </message>
    <message>
        <source>DNC</source>
        <extracomment>Do not contact, as short as can be</extracomment>
        <translation>DNC</translation>
    </message>
    <message>
        <source>over</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Etiquetas: %1</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message numerus="yes">
        <source>Rate lock expired %Ln day(s) ago</source>
        <translation>
            <numerusform>El bloqueo de tasa venció hace %Ln día</numerusform>
            <numerusform>El bloqueo de tasa venció hace %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Rate lock expires today</source>
        <translation>El bloqueo de tasa vence hoy</translation>
    </message>
    <message numerus="yes">
        <source>Rate lock expires in %Ln day(s)</source>
        <translation>
            <numerusform>El bloqueo de tasa vence en %Ln día</numerusform>
            <numerusform>El bloqueo de tasa vence en %Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>%Ln día en esta etapa</numerusform>
            <numerusform>%Ln días en esta etapa</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened for too long</source>
        <translation>Demasiado tiempo sin actividad</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Hot</source>
        <translation>Caliente</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Tibio</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Frío</translation>
    </message>
    <message>
        <source>DNC</source>
        <comment>do not contact, on a small chip</comment>
        <translation>DNC</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>the rate lock</comment>
        <translation>fin</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>Since today</source>
        <translation>Desde hoy</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1, hoy</translation>
    </message>
    <message>
        <source>%1, tomorrow</source>
        <translation>%1, mañana</translation>
    </message>
    <message>
        <source>%1, in %2 days</source>
        <translation>%1, en %2 días</translation>
    </message>
    <message>
        <source>%1, yesterday</source>
        <translation>%1, ayer</translation>
    </message>
    <message>
        <source>%1, %2 days ago</source>
        <translation>%1, hace %2 días</translation>
    </message>
</context>
<context>
    <name>ShortcutGroup</name>
    <message>
        <source>Anywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Find a lead or run a command</source>
        <translation>Buscar un prospecto o ejecutar un comando</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close what is open, take back what was typed</source>
        <translation>Cerrar lo abierto, descartar lo escrito</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Choose a card</source>
        <translation>Elegir una tarjeta</translation>
    </message>
    <message>
        <source>Open the lead beside the board</source>
        <translation>Abrir el prospecto junto al tablero</translation>
    </message>
    <message>
        <source>Open the lead as a page</source>
        <translation>Abrir el prospecto como página</translation>
    </message>
    <message>
        <source>Move to the stage before</source>
        <translation>Mover a la etapa anterior</translation>
    </message>
    <message>
        <source>Move to the next stage</source>
        <translation>Mover a la etapa siguiente</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Filtrar esta página</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Previous lead</source>
        <translation>Prospecto anterior</translation>
    </message>
    <message>
        <source>Next lead</source>
        <translation>Prospecto siguiente</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Registrar una llamada</translation>
    </message>
    <message>
        <source>Save what you wrote</source>
        <translation>Guardar lo escrito</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Do the row&apos;s action</source>
        <translation>Hacer la acción de la fila</translation>
    </message>
    <message>
        <source>Snooze until tomorrow</source>
        <translation>Posponer hasta mañana</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>Show all (Enter)</source>
        <translation>Mostrar todo (Enter)</translation>
    </message>
</context>
<context>
    <name>TimelineRows</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Private, only you see this.</source>
        <translation>Privada, solo visible para quien la escribió.</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>Retirada.</translation>
    </message>
    <message>
        <source>Corrected later.</source>
        <translation>Corregida después.</translation>
    </message>
    <message>
        <source>Written down later.</source>
        <translation>Anotada después.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>keyturn::AddPerson</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Type a name; known people appear below</source>
        <translation>Escribir un nombre; abajo aparecen las personas conocidas</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Known people</source>
        <translation>Personas conocidas</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel adding a person</source>
        <translation>Cancelar y no agregar a nadie</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Una persona necesita un nombre.</translation>
    </message>
    <message>
        <source>This does not look like a telephone number.</source>
        <translation>Esto no parece un número de teléfono.</translation>
    </message>
</context>
<context>
    <name>keyturn::BackupShelf</name>
    <message>
        <source>The daily backup could not be made: the folder %1 cannot be made. Your book is not concerned.</source>
        <translation>No se pudo hacer la copia diaria: no se puede crear la carpeta %1. Su libro no se ve afectado.</translation>
    </message>
    <message>
        <source>The backup is no book.</source>
        <translation>La copia no es un libro.</translation>
    </message>
    <message>
        <source>The daily backup was damaged on the way and was thrown away; the older ones are kept. Check the book, and the disk.</source>
        <translation>La copia diaria se dañó por el camino y se descartó; las anteriores se conservan. Compruebe el libro y el disco.</translation>
    </message>
    <message>
        <source>Old backups in %1 could not be removed; there are more than three now.</source>
        <translation>No se pudieron quitar copias antiguas de %1; ahora hay más de tres.</translation>
    </message>
</context>
<context>
    <name>keyturn::BoardPage</name>
    <message>
        <source>Due first</source>
        <translation>Lo que vence primero</translation>
    </message>
    <message>
        <source>My order</source>
        <translation>Mi orden</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Longest in stage</source>
        <translation>Más tiempo en la etapa</translation>
    </message>
    <message>
        <source>Highest amount</source>
        <translation>Mayor monto</translation>
    </message>
    <message>
        <source>Rate lock first</source>
        <translation>Bloqueo de tasa primero</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Open beside the board</source>
        <translation>Abrir junto al tablero</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Abrir como página</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln lead(s)</source>
        <translation>
            <numerusform>Eliminar %Ln prospecto</numerusform>
            <numerusform>Eliminar %Ln prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Unfold the exits</source>
        <translation>Desplegar las salidas</translation>
    </message>
    <message>
        <source>Fold the exits</source>
        <translation>Plegar las salidas</translation>
    </message>
    <message>
        <source>Add a lead here</source>
        <translation>Agregar un prospecto aquí</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Set limit…</source>
        <translation>Fijar límite…</translation>
    </message>
    <message>
        <source>Sort columns</source>
        <translation>Ordenar columnas</translation>
    </message>
    <message>
        <source>Name of the stage</source>
        <translation>Nombre de la etapa</translation>
    </message>
    <message>
        <source>A stage needs a name.</source>
        <translation>Una etapa necesita un nombre.</translation>
    </message>
    <message>
        <source>Warn above this many leads</source>
        <translation>Avisar al pasar de este número de prospectos</translation>
    </message>
    <message>
        <source>A whole number, or nothing for no limit.</source>
        <translation>Un número entero, o nada para no poner límite.</translation>
    </message>
    <message>
        <source>Empty: no limit</source>
        <translation>Vacío: sin límite</translation>
    </message>
    <message>
        <source>%1 now holds %2 leads, its limit is %3</source>
        <translation>%1 ya tiene %2 prospectos; su límite es %3</translation>
    </message>
    <message>
        <source>The board keeps your own order now</source>
        <translation>El tablero conserva ahora el orden propio</translation>
    </message>
    <message>
        <source>Compact cards</source>
        <translation>Tarjetas compactas</translation>
    </message>
    <message>
        <source>No lead matches</source>
        <translation>Ningún prospecto coincide</translation>
    </message>
    <message>
        <source>Nothing in the pipeline fits what is filtered by. All leads are still there.</source>
        <translation>Nada en el pipeline coincide con los filtros. Todos los prospectos siguen ahí.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Filter this board</source>
        <translation>Filtrar el tablero</translation>
    </message>
    <message>
        <source>My pipeline</source>
        <translation>Mi pipeline</translation>
    </message>
    <message>
        <source>Locks expiring</source>
        <translation>Bloqueos por vencer</translation>
    </message>
    <message>
        <source>Silent 48 h</source>
        <translation>Sin actividad 48 h</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>Aún no hay prospectos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln prospecto</numerusform>
            <numerusform>%Ln prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>weighted</source>
        <translation>ponderado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Sort columns: %1</source>
        <translation>Ordenar columnas: %1</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>Comfortable cards</source>
        <translation>Tarjetas amplias</translation>
    </message>
    <message>
        <source>Lead %1 of %2 in %3</source>
        <translation>Prospecto %1 de %2 en %3</translation>
    </message>
    <message>
        <source>Columns are sorted: %1</source>
        <translation>Orden de las columnas: %1</translation>
    </message>
    <message>
        <source>Your role is for looking only.</source>
        <translation>Su función solo permite consultar.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Combinar…</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Group by owner</source>
        <translation>Agrupar por responsable</translation>
    </message>
    <message>
        <source>Do not group by owner</source>
        <translation>No agrupar por responsable</translation>
    </message>
    <message>
        <source>Columns are grouped by owner and sorted: %1</source>
        <translation>Las columnas están agrupadas por responsable y ordenadas: %1</translation>
    </message>
</context>
<context>
    <name>keyturn::BoardView</name>
    <message>
        <source>Pipeline board</source>
        <translation>Tablero del pipeline</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Salidas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more stage(s)</source>
        <translation>
            <numerusform>%Ln etapa más</numerusform>
            <numerusform>%Ln etapas más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BookArchive</name>
    <message>
        <source>The archive is damaged: its part “%1” is not what was written. Nothing was changed.</source>
        <translation>El archivo está dañado: su parte «%1» no es lo que se escribió. No se cambió nada.</translation>
    </message>
    <message>
        <source>%1 is no zip archive, or it is damaged.</source>
        <translation>%1 no es un archivo zip, o está dañado.</translation>
    </message>
    <message>
        <source>This archive is not the export of a Keyturn book.</source>
        <translation>Este archivo no es la exportación de un libro de Keyturn.</translation>
    </message>
    <message>
        <source>This archive was made by a newer version of Keyturn. Update Keyturn to read it.</source>
        <translation>Este archivo lo hizo una versión más nueva de Keyturn. Actualice Keyturn para leerlo.</translation>
    </message>
    <message>
        <source>The archive could not be written to its end; the disk may be full. Nothing was left behind.</source>
        <translation>No se pudo escribir el archivo hasta el final; quizá el disco esté lleno. No quedó nada.</translation>
    </message>
    <message>
        <source>The archive cannot be begun.</source>
        <translation>No se puede empezar el archivo.</translation>
    </message>
</context>
<context>
    <name>keyturn::BookDraft</name>
    <message>
        <source>The new book could not be given the name “%1”. Nothing was kept.</source>
        <translation>No se pudo dar al libro nuevo el nombre “%1”. No se conservó nada.</translation>
    </message>
</context>
<context>
    <name>keyturn::BookFacts</name>
    <message>
        <source>Sample data</source>
        <translation>Datos de muestra</translation>
    </message>
    <message>
        <source>Everybody in this book is made up. Start your own book from the palette (Ctrl+K).</source>
        <translation>Todas las personas de este libro son ficticias. Un libro propio se empieza desde la paleta (Ctrl+K).</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Cifrado en esta computadora</translation>
    </message>
    <message>
        <source>Not encrypted by Keyturn</source>
        <translation>Keyturn no lo cifra</translation>
    </message>
    <message>
        <source>The book is a plain file at %1. Whoever can read your files can read it; disk encryption of your system protects it.</source>
        <translation>El libro es un archivo sin cifrar en %1. Quien pueda leer los archivos de esta cuenta puede leerlo; lo protege el cifrado de disco del sistema.</translation>
    </message>
    <message>
        <source>Cannot save right now</source>
        <translation>Ahora no se puede guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>What you did last is on its way to the disk.</source>
        <translation>Lo último que hizo va en camino al disco.</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Your role is for looking only</source>
        <translation>Su función solo permite consultar</translation>
    </message>
    <message>
        <source>Read-only, one change kept</source>
        <translation>Solo lectura, un cambio guardado</translation>
    </message>
    <message>
        <source>Read-only for now</source>
        <translation>Solo lectura por ahora</translation>
    </message>
    <message>
        <source>Saving… %1 %</source>
        <translation>Guardando… %1 %</translation>
    </message>
</context>
<context>
    <name>keyturn::BookFile</name>
    <message>
        <source>There is no book at “%1”. It may have been moved, renamed or deleted.</source>
        <translation>No hay ningún libro en “%1”. Quizá se movió, se renombró o se eliminó.</translation>
    </message>
    <message>
        <source>“%1” is not a file, so it cannot be a book.</source>
        <translation>“%1” no es un archivo, así que no puede ser un libro.</translation>
    </message>
    <message>
        <source>The book “%1” may not be read. Nothing was changed.</source>
        <translation>No hay permiso para leer el libro “%1”. No se cambió nada.</translation>
    </message>
    <message>
        <source>“%1” is not a Keyturn book, or it is damaged. Nothing was changed. If you have a backup, open that instead.</source>
        <translation>“%1” no es un libro de Keyturn, o está dañado. No se cambió nada. Si hay un respaldo, conviene abrirlo.</translation>
    </message>
    <message>
        <source>The book “%1” is read-only. Nothing was changed. Allow writing to the file and open it again.</source>
        <translation>El libro “%1” es de solo lectura. No se cambió nada. Hay que permitir la escritura en el archivo y abrirlo de nuevo.</translation>
    </message>
    <message>
        <source>There is a file at “%1” already. Choose another name; the file was left alone.</source>
        <translation>Ya hay un archivo en “%1”. Hace falta otro nombre; el archivo no se tocó.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>No se puede crear la carpeta “%1”.</translation>
    </message>
    <message>
        <source>The folder “%1” does not allow writing.</source>
        <translation>La carpeta “%1” no permite escritura.</translation>
    </message>
</context>
<context>
    <name>keyturn::BookKeeper</name>
    <message>
        <source>This book is damaged. Make a copy of the file now, then go on with your last backup.</source>
        <translation>Este libro está dañado. Conviene copiar el archivo ahora y seguir con el último respaldo.</translation>
    </message>
</context>
<context>
    <name>keyturn::BookLock</name>
    <message>
        <source>The book “%1” cannot be opened, because its folder does not allow writing. Nothing was changed.</source>
        <translation>No se puede abrir el libro “%1” porque su carpeta no permite escritura. No se cambió nada.</translation>
    </message>
    <message>
        <source>The book “%1” cannot be opened, because nothing can be written beside it. Nothing was changed.</source>
        <translation>No se puede abrir el libro “%1” porque no se puede escribir nada junto a él. No se cambió nada.</translation>
    </message>
    <message>
        <source>The book “%1” is being opened by another program. Try again in a moment.</source>
        <translation>Otro programa está abriendo el libro “%1”. Intentar de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The book “%1” is already open in this program.</source>
        <translation>El libro “%1” ya está abierto en este programa.</translation>
    </message>
    <message>
        <source>The book “%1” is open in another program (%2, process %3). Close it there first.</source>
        <translation>El libro “%1” está abierto en otro programa (%2, proceso %3). Primero hay que cerrarlo allí.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>keyturn::BookSection</name>
    <message>
        <source>Back up</source>
        <translation>Respaldar</translation>
    </message>
    <message>
        <source>Check the book</source>
        <translation>Revisar el libro</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>Este libro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Encrypted; the key is in your keychain.</source>
        <translation>Cifrado; la clave está en el llavero del sistema.</translation>
    </message>
    <message>
        <source>Not encrypted by Keyturn: whoever can read your files can read it. The disk encryption of your system protects it.</source>
        <translation>Keyturn no lo cifra: quien pueda leer los archivos de esta cuenta puede leerlo. Lo protege el cifrado de disco del sistema.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Sample data: everybody in it is made up.</source>
        <translation>Datos de muestra: todas las personas son ficticias.</translation>
    </message>
    <message>
        <source>Your own data.</source>
        <translation>Datos propios.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Open another book</source>
        <translation>Abrir otro libro</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Nuevo libro</translation>
    </message>
    <message>
        <source>Back up the book</source>
        <translation>Respaldar el libro</translation>
    </message>
    <message>
        <source>Keyturn books (*.keyturn)</source>
        <translation>Libros de Keyturn (*.keyturn)</translation>
    </message>
    <message>
        <source>Backed up to %1, %2</source>
        <translation>Respaldo guardado en %1, %2</translation>
    </message>
    <message>
        <source>Checking every entry. You can go on working meanwhile.</source>
        <translation>Revisando cada entrada. Mientras tanto se puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Daily backups</source>
        <translation>Copias diarias</translation>
    </message>
    <message>
        <source>The last %1, in %2</source>
        <translation>Las últimas %1, en %2</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Export the whole book</source>
        <translation>Exportar todo el libro</translation>
    </message>
    <message>
        <source>Export activities</source>
        <translation>Exportar actividades</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
</context>
<context>
    <name>keyturn::BookSwap</name>
    <message>
        <source>“%1” is not a file, so no book can come in its place.</source>
        <translation>«%1» no es un archivo, así que ningún libro puede ocupar su lugar.</translation>
    </message>
    <message>
        <source>Another program has “%1” open. Close it there first. Nothing was changed.</source>
        <translation>Otro programa tiene abierto «%1». Ciérrelo allí primero. No se cambió nada.</translation>
    </message>
    <message>
        <source>The new book could not be put in the place of “%1”. Nothing was changed.</source>
        <translation>No se pudo poner el libro nuevo en el lugar de «%1». No se cambió nada.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>reemplazado</translation>
    </message>
</context>
<context>
    <name>keyturn::BookWriter</name>
    <message>
        <source>“%1” is not a Keyturn book. Nothing was changed.</source>
        <translation>“%1” no es un libro de Keyturn. No se cambió nada.</translation>
    </message>
    <message>
        <source>Nobody in this book has the address “%1”.</source>
        <translation>Nadie en este libro tiene la dirección “%1”.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>No book is open.</source>
        <translation>No hay ningún libro abierto.</translation>
    </message>
</context>
<context>
    <name>keyturn::BulkBar</name>
    <message>
        <source>Edit the selected leads</source>
        <translation>Editar los prospectos seleccionados</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Agregar etiqueta</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Quitar etiqueta</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Remove the selected leads</source>
        <translation>Eliminar los prospectos seleccionados</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Quitar la selección</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nueva etiqueta…</translation>
    </message>
    <message>
        <source>There are no tags yet</source>
        <translation>Aún no hay etiquetas</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>Nombre de la etiqueta</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>what is done, and how much of it</comment>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>keyturn::ChoiceCard</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>keyturn::ChoicePills</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>%1: other</source>
        <translation>%1: otro</translation>
    </message>
</context>
<context>
    <name>keyturn::ColleaguesSection</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Agregar un colega</translation>
    </message>
    <message>
        <source>A colleague in this book can own leads and tasks. They do not get a login of their own.</source>
        <translation>Un colega en este libro puede tener prospectos y tareas a su cargo. No recibe un acceso propio.</translation>
    </message>
    <message>
        <source>Add colleague</source>
        <translation>Agregar colega</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Función de %1</translation>
    </message>
</context>
<context>
    <name>keyturn::ColumnView</name>
    <message>
        <source>Leads in %1</source>
        <translation>Prospectos en %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln lead(s)</source>
        <translation>
            <numerusform>%1, %Ln prospecto</numerusform>
            <numerusform>%1, %Ln prospectos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::CommandPalette</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>open as page</source>
        <translation>abrir como página</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>acciones</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Find a lead or run a command</source>
        <translation>Buscar un prospecto o ejecutar un comando</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultados</translation>
    </message>
    <message numerus="yes">
        <source>first %Ln</source>
        <translation>
            <numerusform>primeras %Ln</numerusform>
            <numerusform>primeras %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
</context>
<context>
    <name>keyturn::CompareRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyturn::CompareView</name>
    <message>
        <source>This one stays</source>
        <translation>Este se queda</translation>
    </message>
    <message>
        <source>Which value counts?</source>
        <translation>¿Qué valor cuenta?</translation>
    </message>
    <message>
        <source>Only one of them knows</source>
        <translation>Solo uno de los dos lo tiene</translation>
    </message>
    <message>
        <source>The same on both</source>
        <translation>Igual en ambos</translation>
    </message>
    <message>
        <source>The two say nothing different.</source>
        <translation>Los dos no dicen nada distinto.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>No es un duplicado</translation>
    </message>
    <message>
        <source>Comparison of two leads</source>
        <translation>Comparación de dos prospectos</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Abrir al lado</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Qué se traslada</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde el %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln timeline entries</source>
        <translation>
            <numerusform>%Ln entrada del historial</numerusform>
            <numerusform>%Ln entradas del historial</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln nota</numerusform>
            <numerusform>%Ln notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln tarea</numerusform>
            <numerusform>%Ln tareas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contacto</numerusform>
            <numerusform>%Ln contactos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln etiqueta</numerusform>
            <numerusform>%Ln etiquetas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 move to %3.</source>
        <translation>%1 de %2 pasan a %3.</translation>
    </message>
    <message>
        <source>%1 asked not to be contacted. That counts for both.</source>
        <translation>%1 pidió que no se le contacte. Eso vale para ambos.</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Combinando…</translation>
    </message>
    <message>
        <source>%1 is removed and leads to %2. It can be undone.</source>
        <translation>%1 se elimina y lleva a %2. Se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln timeline entries</source>
        <translation>
            <numerusform>más de %Ln entrada del historial</numerusform>
            <numerusform>más de %Ln entradas del historial</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::Composer</name>
    <message>
        <source>Composer</source>
        <translation>Redactor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>SMS log</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>L then C logs a call</source>
        <translation>L y luego C registra una llamada</translation>
    </message>
    <message>
        <source>%1 What you wrote is kept here.</source>
        <translation>%1 Lo escrito se conserva aquí.</translation>
    </message>
</context>
<context>
    <name>keyturn::ComputedBand</name>
    <message>
        <source>LTV</source>
        <translation>LTV</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Aún sin valor</translation>
    </message>
    <message>
        <source>CLTV %1</source>
        <translation>CLTV %1</translation>
    </message>
    <message>
        <source>Principal, interest</source>
        <translation>Capital e interés</translation>
    </message>
    <message>
        <source>Needs rate and term</source>
        <translation>Faltan tasa y plazo</translation>
    </message>
    <message>
        <source>Total payment</source>
        <translation>Pago total</translation>
    </message>
    <message>
        <source>No payment yet</source>
        <translation>Aún sin pago</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 meses</translation>
    </message>
    <message>
        <source>DTI, back-end</source>
        <translation>DTI, back-end</translation>
    </message>
    <message>
        <source>Needs income and payment</source>
        <translation>Faltan ingreso y pago</translation>
    </message>
    <message>
        <source>front %1</source>
        <translation>front %1</translation>
    </message>
    <message>
        <source>Within %1</source>
        <translation>Dentro de %1</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>Más de %1</translation>
    </message>
    <message>
        <source>Computed figures</source>
        <translation>Cifras calculadas</translation>
    </message>
    <message>
        <source>Plus tax, insurance</source>
        <translation>Más imp. y seguro</translation>
    </message>
    <message>
        <source>Plus escrow and MI</source>
        <translation>Más escrow y MI</translation>
    </message>
</context>
<context>
    <name>keyturn::ConfirmSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>key</comment>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>keyturn::ContactSection</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Do not contact: no calls, messages or letters.</source>
        <translation>No contactar: sin llamadas, mensajes ni cartas.</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Se muestra como</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <translation>h:mm AP</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 in %2.&lt;/b&gt; Calls open at %3 your time.</source>
        <translation>&lt;b&gt;%1 en %2.&lt;/b&gt; Llamadas permitidas desde: %3, hora de aquí.</translation>
    </message>
    <message>
        <source>Remind me at %1</source>
        <translation>Recordar: %1</translation>
    </message>
</context>
<context>
    <name>keyturn::CorrectionEditor</name>
    <message>
        <source>The entry stays in the log; the correction says so.</source>
        <translation>La entrada queda en el registro; la corrección lo indica.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Corrected text</source>
        <translation>Texto corregido</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Guardar la corrección</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Withdraw the entry</source>
        <translation>Retirar la entrada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the correction</source>
        <translation>Cancelar la corrección</translation>
    </message>
    <message>
        <source>Write what it should say, or withdraw the entry.</source>
        <translation>Escribir lo que debe decir, o retirar la entrada.</translation>
    </message>
</context>
<context>
    <name>keyturn::CsvReader</name>
    <message>
        <source>This machine cannot read that encoding. Save the file as UTF-8.</source>
        <translation>Este equipo no puede leer esa codificación. Guarde el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>The file could not be read to its end.</source>
        <translation>No se pudo leer el archivo hasta el final.</translation>
    </message>
    <message>
        <source>The quotation mark in line %1 is never closed. Mend that line, or choose another quotation mark.</source>
        <translation>Las comillas de la línea %1 no se cierran nunca. Corrija esa línea o elija otras comillas.</translation>
    </message>
    <message>
        <source>The quotation mark in line %1 holds more than a cell can be. Is it one too many?</source>
        <translation>Las comillas de la línea %1 encierran más de lo que cabe en una celda. ¿Sobran esas comillas?</translation>
    </message>
</context>
<context>
    <name>keyturn::DailyBackup</name>
    <message>
        <source>Today&apos;s backup could not be made. It will be tried again in ten minutes.</source>
        <translation>No se pudo hacer la copia de hoy. Se volverá a intentar en diez minutos.</translation>
    </message>
</context>
<context>
    <name>keyturn::DateField</name>
    <message>
        <source>Pick a date</source>
        <translation>Elegir una fecha</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>Write a date, like %1.</source>
        <translation>Escribir una fecha, como %1.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>keyturn::DeskFile</name>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>No se puede crear la carpeta %1. Revise sus permisos.</translation>
    </message>
</context>
<context>
    <name>keyturn::DirectWorkspace</name>
    <message>
        <source>The server does not answer.</source>
        <translation>El servidor no responde.</translation>
    </message>
    <message>
        <source>The server had not confirmed this change. It is kept and sent again when you open the workspace next time.</source>
        <translation>El servidor no había confirmado este cambio. Se conserva y se envía de nuevo cuando vuelva a abrir el espacio de trabajo.</translation>
    </message>
    <message>
        <source>Your role lets you look, but not change anything. Ask your administrator.</source>
        <translation>Su función le permite consultar, pero no cambiar nada. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>%1 cannot be reached, so what you see is read-only until it is back. Nothing was changed.</source>
        <translation>No se llega a %1, así que lo que ve es de solo lectura hasta que vuelva. No se cambió nada.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>No se llega a %1.</translation>
    </message>
    <message>
        <source>The workspace lies on %1. Its administrator makes the backups there.</source>
        <translation>El espacio de trabajo está en %1. Su administrador hace allí las copias de seguridad.</translation>
    </message>
    <message>
        <source>Only an administrator invites people.</source>
        <translation>Solo un administrador invita a personas.</translation>
    </message>
    <message>
        <source>The workspace lies on %1. Its leads and activities can be exported as lists; a copy of all of it is its administrator&apos;s to make.</source>
        <translation>El espacio de trabajo está en %1. Sus prospectos y actividades se pueden exportar como listas; la copia completa la hace su administrador.</translation>
    </message>
</context>
<context>
    <name>keyturn::DirectWriter</name>
    <message>
        <source>The server is newer than this program and does not take its changes any more. Update Keyturn to go on.</source>
        <translation>El servidor es más nuevo que este programa y ya no acepta sus cambios. Actualice Keyturn para continuar.</translation>
    </message>
    <message>
        <source>The server is older than this program. Its administrator brings it up to date with “keyturn server upgrade”.</source>
        <translation>El servidor es más antiguo que este programa. Su administrador lo actualiza con «keyturn server upgrade».</translation>
    </message>
    <message>
        <source>The workspace is closing.</source>
        <translation>El espacio de trabajo se está cerrando.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>The server has not answered the last change yet. Nothing was changed.</source>
        <translation>El servidor aún no ha respondido al último cambio. No se cambió nada.</translation>
    </message>
    <message>
        <source>The server has not confirmed this change. It is kept and sent again as soon as the server answers.</source>
        <translation>El servidor no ha confirmado este cambio. Se conserva y se envía de nuevo en cuanto el servidor responda.</translation>
    </message>
    <message>
        <source>Your role does not see all that belongs to a lead, so it cannot merge two of them.</source>
        <translation>Su función no ve todo lo que pertenece a un prospecto, así que no puede combinar dos.</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>No existe esa importación.</translation>
    </message>
    <message>
        <source>%1 was imported at another desk. It is taken back there, where it is known what it did.</source>
        <translation>%1 se importó en otro equipo. Se deshace allí, donde se sabe qué hizo.</translation>
    </message>
    <message>
        <source>The server does not take this: %1</source>
        <translation>El servidor no lo acepta: %1</translation>
    </message>
</context>
<context>
    <name>keyturn::DocumentsTab</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>No documents yet. Pay stubs, contracts and letters belong here.</source>
        <translation>Aún no hay documentos. Aquí van talones de pago, contratos y cartas.</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Agregar un archivo</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save %1 to a file</source>
        <translation>Guardar %1 en un archivo</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>Se guardó %1.</translation>
    </message>
</context>
<context>
    <name>keyturn::DueField</name>
    <message>
        <source>Due: %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lunes</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>Hora límite</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <translation>h:mm AP</translation>
    </message>
</context>
<context>
    <name>keyturn::DuplicatesModel</name>
    <message>
        <source>same e-mail</source>
        <translation>mismo correo</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>mismo teléfono</translation>
    </message>
    <message>
        <source>same id at the source</source>
        <translation>mismo identificador en el origen</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>nombre parecido</translation>
    </message>
    <message>
        <source>similar name, same city</source>
        <translation>nombre parecido, misma ciudad</translation>
    </message>
    <message>
        <source>similar name, same company</source>
        <translation>nombre parecido, misma empresa</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the names of two leads</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>%1 and %2, %3 percent alike: %4</source>
        <translation>%1 y %2, parecidos en un %3 por ciento: %4</translation>
    </message>
</context>
<context>
    <name>keyturn::DuplicatesPage</name>
    <message>
        <source>Take back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>No likely duplicates</source>
        <translation>Sin duplicados probables</translation>
    </message>
    <message>
        <source>Leads that share an e-mail address, a telephone number or an id, or have a similar name in the same city or company, are listed here. Any two leads can be merged from the table of leads: select both and choose Merge.</source>
        <translation>Aquí aparecen los prospectos que comparten un correo, un teléfono o un identificador, o que tienen un nombre parecido en la misma ciudad o empresa. Dos prospectos cualesquiera se pueden combinar desde la tabla de prospectos: selecciónelos y elija Combinar.</translation>
    </message>
    <message>
        <source>Looking through the book…</source>
        <translation>Revisando el libro…</translation>
    </message>
    <message>
        <source>Every lead is compared with those that have something in common with it. You can go on working meanwhile.</source>
        <translation>Cada prospecto se compara con los que tienen algo en común con él. Mientras tanto puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Choose a pair</source>
        <translation>Elija un par</translation>
    </message>
    <message>
        <source>The two leads are shown side by side before anything is merged.</source>
        <translation>Los dos prospectos se muestran uno junto al otro antes de combinar nada.</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>Duplicados probables</translation>
    </message>
    <message>
        <source>One of the two leads is no longer there.</source>
        <translation>Uno de los dos prospectos ya no está.</translation>
    </message>
    <message>
        <source>The likeliest %1 of %2 pairs</source>
        <translation>Los %1 pares más probables de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s), likeliest first</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares, los más probables primero</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Buscando duplicados…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely duplicate(s)</source>
        <translation>
            <numerusform>%Ln duplicado probable</numerusform>
            <numerusform>%Ln duplicados probables</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge the two leads</source>
        <translation>Combinar los dos prospectos</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>No es un duplicado</translation>
    </message>
    <message>
        <source>%1 and %2 are two people.</source>
        <translation>%1 y %2 son dos personas.</translation>
    </message>
</context>
<context>
    <name>keyturn::EmptyBoard</name>
    <message>
        <source>Your pipeline starts here</source>
        <translation>Aquí empieza el pipeline</translation>
    </message>
    <message>
        <source>Every borrower you work with is a card that moves to the right, from New to Funded. Add the first one, or look around with sample data.</source>
        <translation>Cada prestatario es una tarjeta que avanza hacia la derecha, desde la primera etapa hasta el desembolso. Se puede agregar el primero o explorar con datos de muestra.</translation>
    </message>
    <message>
        <source>Add a lead</source>
        <translation>Agregar un prospecto</translation>
    </message>
    <message>
        <source>Name and one way to reach them is enough</source>
        <translation>Basta un nombre y una forma de contacto</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>Look at sample data first</source>
        <translation>Ver primero datos de muestra</translation>
    </message>
    <message>
        <source>In a book of its own; yours stays as it is</source>
        <translation>En un libro aparte; el propio queda como está</translation>
    </message>
    <message>
        <source>Load sample</source>
        <translation>Cargar muestra</translation>
    </message>
    <message>
        <source>Bring your list</source>
        <translation>Traiga su lista</translation>
    </message>
    <message>
        <source>A CSV file, a workbook or address cards</source>
        <translation>Un archivo CSV, un libro de Excel o tarjetas de contacto</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
</context>
<context>
    <name>keyturn::ErrorNotice</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Menos detalles</translation>
    </message>
</context>
<context>
    <name>keyturn::EventMode</name>
    <message>
        <source>Log the call</source>
        <translation>Registrar la llamada</translation>
    </message>
    <message>
        <source>Log the message</source>
        <translation>Registrar el mensaje</translation>
    </message>
    <message>
        <source>Log the meeting</source>
        <translation>Registrar la reunión</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>What was said. Enter logs the call.</source>
        <translation>Lo que se habló. Enter registra la llamada.</translation>
    </message>
    <message>
        <source>The text message.</source>
        <translation>El mensaje de texto.</translation>
    </message>
    <message>
        <source>What came out of the meeting.</source>
        <translation>Lo que resultó de la reunión.</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Notas de la llamada</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Meeting notes</source>
        <translation>Notas de la reunión</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>I called</source>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>I wrote</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>They wrote</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>This time has not come yet. Log what has happened; plan what is to come as a follow-up.</source>
        <translation>Ese momento aún no llega. Aquí se registra lo que ya pasó; lo que viene se planea como seguimiento.</translation>
    </message>
    <message>
        <source>Write what the message said, then log it.</source>
        <translation>Escribir lo que decía el mensaje y luego registrarlo.</translation>
    </message>
</context>
<context>
    <name>keyturn::ExportWork</name>
    <message>
        <source>Export leads</source>
        <translation>Exportar prospectos</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Lists for spreadsheets (*.csv)</source>
        <translation>Listas para hojas de cálculo (*.csv)</translation>
    </message>
    <message>
        <source>Address cards (*.vcf)</source>
        <translation>Tarjetas de contacto (*.vcf)</translation>
    </message>
    <message>
        <source>Export activities</source>
        <translation>Exportar actividades</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Export the whole book</source>
        <translation>Exportar todo el libro</translation>
    </message>
    <message>
        <source>Archives of books (*.zip)</source>
        <translation>Archivos de libros (*.zip)</translation>
    </message>
    <message>
        <source>An export is under way already.</source>
        <translation>Ya hay una exportación en curso.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind.</source>
        <translation>Exportación detenida. No quedó ningún archivo.</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1: %2 filas, %3</translation>
    </message>
    <message>
        <source>(without private notes of others)</source>
        <translation>(sin notas privadas de otros)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2</source>
        <translation>Exportando: %1 de %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>keyturn::FailedRows</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>No se puede escribir %1.</translation>
    </message>
    <message>
        <source>The failed rows need a file of their own.</source>
        <translation>Las filas fallidas necesitan un archivo propio.</translation>
    </message>
    <message>
        <source>Import problem</source>
        <translation>Problema de importación</translation>
    </message>
</context>
<context>
    <name>keyturn::Field</name>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Cambió en otro lugar</translation>
    </message>
    <message>
        <source>Emptied elsewhere meanwhile.</source>
        <translation>Mientras tanto se vació en otro lugar.</translation>
    </message>
    <message>
        <source>Changed elsewhere to &quot;%1&quot;.</source>
        <translation>En otro lugar cambió a &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar el otro</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar el mío</translation>
    </message>
</context>
<context>
    <name>keyturn::FieldBinder</name>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>month/day</source>
        <translation>mes/día</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>keyturn::FieldsSection</name>
    <message>
        <source>Custom fields</source>
        <translation>Campos propios</translation>
    </message>
    <message>
        <source>None yet. A field that you add here appears on every lead.</source>
        <translation>Aún ninguno. Un campo agregado aquí aparece en cada prospecto.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Choices, with commas between them</source>
        <translation>Opciones, separadas por comas</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Agregar un campo</translation>
    </message>
    <message>
        <source>Fair lending rules do not allow fields about age, origin, religion, family or health.</source>
        <translation>Las reglas de préstamo justo no permiten campos sobre edad, origen, religión, familia o salud.</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Agregar campo</translation>
    </message>
    <message>
        <source>What shall it be called?</source>
        <translation>¿Cómo se llamará?</translation>
    </message>
    <message>
        <source>There is a field of this name already.</source>
        <translation>Ya hay un campo con este nombre.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Remove the field %1</source>
        <translation>Quitar el campo %1</translation>
    </message>
    <message>
        <source>The field is no longer shown. Values that leads have are kept.</source>
        <translation>El campo ya no se muestra. Los valores de los prospectos se conservan.</translation>
    </message>
</context>
<context>
    <name>keyturn::FilePane</name>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barra</translation>
    </message>
    <message>
        <source>Bring your list</source>
        <translation>Traiga su lista</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one: CSV, TSV, an Excel workbook or address cards. Nothing is changed before you have seen what would happen.</source>
        <translation>Suelte aquí un archivo o elija uno: CSV, TSV, un libro de Excel o tarjetas de contacto. Nada cambia antes de que usted haya visto lo que pasaría.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Otro archivo</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Cells are divided by</source>
        <translation>Las celdas se separan con</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Rows above the table</source>
        <translation>Filas sobre la tabla</translation>
    </message>
    <message>
        <source>First row holds names</source>
        <translation>La primera fila tiene nombres</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx *.vcf)</source>
        <translation>Listas (*.csv *.tsv *.txt *.xlsx *.vcf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>Address cards</source>
        <translation>Tarjetas de contacto</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln columna</numerusform>
            <numerusform>%Ln columnas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, counting the rows…</source>
        <translation>%1, contando las filas…</translation>
    </message>
    <message>
        <source>%1, %2. What was recognised can be overruled; the rows below follow.</source>
        <translation>%1, %2. Lo reconocido se puede corregir; las filas de abajo lo muestran.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FileWork</name>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>No se pudo leer %1: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 50 MB. Keep it in your drive and note its link.</source>
        <translation>%1 pesa más de 50 MB. Conviene guardarlo en la nube y anotar su enlace.</translation>
    </message>
    <message>
        <source>The file could not be saved: %1.</source>
        <translation>No se pudo guardar el archivo: %1.</translation>
    </message>
    <message>
        <source>Save document</source>
        <translation>Guardar documento</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>Agregar un documento</translation>
    </message>
    <message>
        <source>%1 belongs to the book that is open here. Choose another file.</source>
        <translation>%1 pertenece al libro que está abierto aquí. Elija otro archivo.</translation>
    </message>
</context>
<context>
    <name>keyturn::FilterBar</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtrar por texto</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Days in stage</source>
        <translation>Días en etapa</translation>
    </message>
    <message>
        <source>Rate lock</source>
        <translation>Bloqueo de tasa</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln lead(s)</source>
        <translation>
            <numerusform>%1, %Ln prospecto</numerusform>
            <numerusform>%1, %Ln prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen view</source>
        <translation>Vista elegida</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>me</source>
        <translation>yo</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln or more</source>
        <translation>
            <numerusform>%Ln o más</numerusform>
            <numerusform>%Ln o más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>en %Ln día</numerusform>
            <numerusform>en %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Me, %1</source>
        <translation>Yo, %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>Aún no hay opciones</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>At least this many days in the stage</source>
        <translation>Al menos estos días en la etapa</translation>
    </message>
    <message>
        <source>Rate lock expires within days</source>
        <translation>El bloqueo de tasa vence en estos días</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Sin actividad</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) or more</source>
        <translation>
            <numerusform>%Ln día o más</numerusform>
            <numerusform>%Ln días o más</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened for days</source>
        <translation>Días sin actividad</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
</context>
<context>
    <name>keyturn::FilterChip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter %1, Delete clears it</source>
        <translation>Filtro %1; Delete lo quita</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Filtrar por %1</translation>
    </message>
</context>
<context>
    <name>keyturn::FirstLead</name>
    <message>
        <source>First lead</source>
        <translation>Primer prospecto</translation>
    </message>
    <message>
        <source>Add the first lead</source>
        <translation>Agregar el primer prospecto</translation>
    </message>
</context>
<context>
    <name>keyturn::FoldedColumn</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, plegada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stage(s)</source>
        <translation>
            <numerusform>%Ln etapa</numerusform>
            <numerusform>%Ln etapas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln prospecto</numerusform>
            <numerusform>%Ln prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>wtd %1</source>
        <translation>pond. %1</translation>
    </message>
</context>
<context>
    <name>keyturn::FollowUpMode</name>
    <message>
        <source>Plan it</source>
        <translation>Planear</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>What is to be done next</source>
        <translation>Lo que sigue por hacer</translation>
    </message>
    <message>
        <source>Plan the follow-up</source>
        <translation>Planear el seguimiento</translation>
    </message>
    <message>
        <source>Say what is to be done, then plan it.</source>
        <translation>Escribir lo que hay que hacer y luego planearlo.</translation>
    </message>
    <message>
        <source>This time is over already. Choose one that is still to come.</source>
        <translation>Ese momento ya pasó. Hay que elegir uno futuro.</translation>
    </message>
</context>
<context>
    <name>keyturn::ImportFlow</name>
    <message>
        <source>%1 belongs to the open book: it is no list to import.</source>
        <translation>%1 pertenece al libro abierto: no es una lista para importar.</translation>
    </message>
    <message>
        <source>That file is the open book. Choose another name.</source>
        <translation>Ese archivo es el libro abierto. Elija otro nombre.</translation>
    </message>
</context>
<context>
    <name>keyturn::ImportPage</name>
    <message>
        <source>Loan</source>
        <translation>Préstamo</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>Campos propios</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Without a field</source>
        <translation>Sin campo</translation>
    </message>
    <message>
        <source>Keep with the lead</source>
        <translation>Guardar con el prospecto</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Dejar fuera</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>No field: stays in the raw data</source>
        <translation>Sin campo: queda en los datos originales</translation>
    </message>
    <message>
        <source>Does not come in</source>
        <translation>No entra</translation>
    </message>
    <message>
        <source>Divided at commas, semicolons and bars</source>
        <translation>Separadas por comas, puntos y comas y barras</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved as %1</source>
        <translation>
            <numerusform>%Ln fila guardada como %1</numerusform>
            <numerusform>%Ln filas guardadas como %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar otro archivo</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Deshacer esta importación</translation>
    </message>
    <message>
        <source>Save failed rows as a file…</source>
        <translation>Guardar las filas fallidas…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>rows so far</source>
        <translation>filas hasta ahora</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>Nothing is changed before you say so</source>
        <translation>Nada cambia antes de que usted lo diga</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Elegir un archivo para importar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) taken back</source>
        <translation>
            <numerusform>%Ln prospecto deshecho</numerusform>
            <numerusform>%Ln prospectos deshechos</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as if the file had never been there.</source>
        <translation>Todo está como si el archivo nunca hubiera existido.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) stayed: somebody has worked on them since.</source>
        <translation>
            <numerusform>%Ln prospecto se quedó: alguien ha trabajado en él desde entonces.</numerusform>
            <numerusform>%Ln prospectos se quedaron: alguien ha trabajado en ellos desde entonces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lead(s)</source>
        <translation>
            <numerusform>%Ln prospecto nuevo</numerusform>
            <numerusform>%Ln prospectos nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>No new leads</source>
        <translation>Ningún prospecto nuevo</translation>
    </message>
    <message>
        <source>From %1. The whole import can be undone at any time, today or next month.</source>
        <translation>De %1. Toda la importación se puede deshacer en cualquier momento, hoy o el mes que viene.</translation>
    </message>
    <message>
        <source>Next: columns</source>
        <translation>Siguiente: columnas</translation>
    </message>
    <message>
        <source>Next: see what would happen</source>
        <translation>Siguiente: ver lo que pasaría</translation>
    </message>
    <message>
        <source>Mapped by “%1”</source>
        <translation>Asignado según «%1»</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Importar %Ln fila</numerusform>
            <numerusform>Importar %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed so far.</source>
        <translation>Hasta ahora no ha cambiado nada.</translation>
    </message>
    <message>
        <source>Show these leads</source>
        <translation>Mostrar estos prospectos</translation>
    </message>
    <message>
        <source>failed rows</source>
        <translation>filas fallidas</translation>
    </message>
    <message>
        <source>Save the failed rows</source>
        <translation>Guardar las filas fallidas</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Listas (*.csv)</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>¿Deshacer esta importación?</translation>
    </message>
    <message>
        <source>The leads it made are removed, what it changed is changed back. Leads that somebody has worked on since stay and are named.</source>
        <translation>Los prospectos que creó se quitan y lo que cambió vuelve a ser como antes. Los prospectos en los que alguien ha trabajado desde entonces se quedan y se nombran.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Deshacer la importación</translation>
    </message>
</context>
<context>
    <name>keyturn::ImportStore</name>
    <message>
        <source>This import has ended. Begin a new one.</source>
        <translation>Esta importación ha terminado. Empiece una nueva.</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>No existe esa importación.</translation>
    </message>
    <message>
        <source>A mapping needs a name of at most 100 letters.</source>
        <translation>Una asignación necesita un nombre de 100 letras como máximo.</translation>
    </message>
</context>
<context>
    <name>keyturn::InviteForm</name>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Login of the server&apos;s administrator</source>
        <translation>Acceso del administrador del servidor</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>Invitar a un colega</translation>
    </message>
    <message>
        <source>Logins are made by whoever runs the server, with a login that is nobody&apos;s here. It is used this once and kept nowhere.</source>
        <translation>Los accesos los crea quien administra el servidor, con un acceso que aquí no es de nadie. Se usa esta única vez y no se guarda en ningún sitio.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Copiar la contraseña</translation>
    </message>
    <message>
        <source>The password is shown this once; hand it over safely.</source>
        <translation>La contraseña se muestra esta única vez; entréguela de forma segura.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Rellene este campo.</translation>
    </message>
</context>
<context>
    <name>keyturn::Keychain</name>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Este equipo no tiene un llavero que responda.</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadActions</name>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (yo)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Give to somebody else…</source>
        <translation>Pasar a otra persona…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation>Copiar la dirección de correo</translation>
    </message>
    <message>
        <source>Delete this lead…</source>
        <translation>Eliminar este prospecto…</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>¿Eliminar a %1?</translation>
    </message>
    <message>
        <source>The lead leaves every list. Its history stays in the log, and undo brings it back.</source>
        <translation>El prospecto sale de todas las listas. Su historial queda en el registro, y se puede deshacer para recuperarlo.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>%1 copied. Log the call when you are done.</source>
        <translation>Se copió %1. Registrar la llamada al terminar.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadFields</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1: there is no stage “%2”.</source>
        <translation>%1: no existe la etapa “%2”.</translation>
    </message>
    <message>
        <source>%1: nobody here is called “%2”.</source>
        <translation>%1: aquí nadie se llama “%2”.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a telephone number. Ten digits, or a plus and the country code.</source>
        <translation>%1: “%2” no es un número de teléfono. Diez dígitos, o un signo más y el código de país.</translation>
    </message>
    <message>
        <source>%1: “%2” is not an amount. Write 350000, $350,000 or 350k.</source>
        <translation>%1: “%2” no es un monto. Se escribe 350000, $350,000 o 350k.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a rate. Write it like 6.125, with at most three decimals.</source>
        <translation>%1: “%2” no es una tasa. Se escribe como 6.125, con tres decimales como máximo.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a whole number.</source>
        <translation>%1: “%2” no es un número entero.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1: “%2” no es un número.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a term. Write months, like 360, or 30 years.</source>
        <translation>%1: “%2” no es un plazo. Se escribe en meses, como 360, o 30 años.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a date. Write 2026-03-15 or 3/15/2026.</source>
        <translation>%1: “%2” no es una fecha. Se escribe 2026-03-15 o 3/15/2026.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a month and a day. Write 03-15; the year is not kept.</source>
        <translation>%1: “%2” no es un mes y un día. Se escribe 03-15; el año no se guarda.</translation>
    </message>
    <message>
        <source>%1: answer yes or no.</source>
        <translation>%1: responder sí o no.</translation>
    </message>
    <message>
        <source>%1: “%2” is not one of %3.</source>
        <translation>%1: “%2” no está entre %3.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a US state. Write it with two letters, like CO.</source>
        <translation>%1: “%2” no es un estado de EE. UU. Se escribe con dos letras, como CO.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a time.</source>
        <translation>%1: “%2” no es una hora.</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be empty.</source>
        <translation>%1 no puede quedar vacío.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>No existe el campo “%1”.</translation>
    </message>
    <message>
        <source>%1 takes a whole number; %2 takes it the way people write it.</source>
        <translation>%1 acepta un número entero; %2 lo acepta como se escribe a mano.</translation>
    </message>
    <message numerus="yes">
        <source>%1 can have at most %n characters.</source>
        <translation>
            <numerusform>%1 puede tener como máximo %n carácter.</numerusform>
            <numerusform>%1 puede tener como máximo %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: “%2” is not an e-mail address.</source>
        <translation>%1: “%2” no es una dirección de correo.</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3.</source>
        <translation>%1 debe estar entre %2 y %3.</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Shared e-mail address</source>
        <translation>Correo compartido</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Birthday (month and day)</source>
        <translation>Cumpleaños (mes y día)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>In stage since</source>
        <translation>En la etapa desde</translation>
    </message>
    <message>
        <source>Exit reason</source>
        <translation>Motivo de salida</translation>
    </message>
    <message>
        <source>Exit reason in words</source>
        <translation>Motivo de salida en palabras</translation>
    </message>
    <message>
        <source>Pick up again on</source>
        <translation>Retomar el</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Source name</source>
        <translation>Nombre del origen</translation>
    </message>
    <message>
        <source>Source detail</source>
        <translation>Detalle del origen</translation>
    </message>
    <message>
        <source>Id at the source</source>
        <translation>Id en el origen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Estimated value</source>
        <translation>Valor estimado</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Cierre esperado</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>Primer contacto</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Ocupación</translation>
    </message>
    <message>
        <source>Property type</source>
        <translation>Tipo de propiedad</translation>
    </message>
    <message>
        <source>Property state</source>
        <translation>Estado del inmueble</translation>
    </message>
    <message>
        <source>Property county</source>
        <translation>Condado del inmueble</translation>
    </message>
    <message>
        <source>Property ZIP code</source>
        <translation>C. P. del inmueble</translation>
    </message>
    <message>
        <source>Purchase price</source>
        <translation>Precio de compra</translation>
    </message>
    <message>
        <source>Property value</source>
        <translation>Valor de la propiedad</translation>
    </message>
    <message>
        <source>Down payment</source>
        <translation>Pago inicial</translation>
    </message>
    <message>
        <source>Loan amount</source>
        <translation>Monto del préstamo</translation>
    </message>
    <message>
        <source>Current balance</source>
        <translation>Saldo actual</translation>
    </message>
    <message>
        <source>Current rate</source>
        <translation>Tasa actual</translation>
    </message>
    <message>
        <source>Second liens drawn</source>
        <translation>Segundos gravámenes usados</translation>
    </message>
    <message>
        <source>HELOC line</source>
        <translation>Línea HELOC</translation>
    </message>
    <message>
        <source>FICO score</source>
        <translation>Puntaje FICO</translation>
    </message>
    <message>
        <source>FICO band</source>
        <translation>Rango FICO</translation>
    </message>
    <message>
        <source>Source of the score</source>
        <translation>Origen del puntaje</translation>
    </message>
    <message>
        <source>Annual income</source>
        <translation>Ingreso anual</translation>
    </message>
    <message>
        <source>Monthly debts</source>
        <translation>Deudas mensuales</translation>
    </message>
    <message>
        <source>Income type</source>
        <translation>Tipo de ingreso</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Amortization</source>
        <translation>Amortización</translation>
    </message>
    <message>
        <source>Rate locked on</source>
        <translation>Tasa bloqueada el</translation>
    </message>
    <message>
        <source>Lock expires on</source>
        <translation>Bloqueo vence el</translation>
    </message>
    <message>
        <source>Target closing</source>
        <translation>Cierre previsto</translation>
    </message>
    <message>
        <source>First-time buyer</source>
        <translation>Primera compra</translation>
    </message>
    <message>
        <source>Veteran (for VA eligibility)</source>
        <translation>Veterano (elegibilidad VA)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Company size</source>
        <translation>Tamaño de la empresa</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Area of interest</source>
        <translation>Zona de interés</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Dirección, segunda línea</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Participación</translation>
    </message>
    <message>
        <source>Budget in their words</source>
        <translation>Presupuesto en sus palabras</translation>
    </message>
    <message>
        <source>Budget from</source>
        <translation>Presupuesto desde</translation>
    </message>
    <message>
        <source>Budget to</source>
        <translation>Presupuesto hasta</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Plazo de compra</translation>
    </message>
    <message>
        <source>Property type of interest</source>
        <translation>Tipo de propiedad deseada</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadForm</name>
    <message>
        <source>Custom fields</source>
        <translation>Campos propios</translation>
    </message>
    <message>
        <source>Lead form</source>
        <translation>Formulario del prospecto</translation>
    </message>
    <message>
        <source>Property and credit</source>
        <translation>Propiedad y crédito</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Your organization has not declared any.</source>
        <translation>La organización no ha definido ninguno.</translation>
    </message>
    <message>
        <source>Declare fields in Settings</source>
        <translation>Definir campos en Ajustes</translation>
    </message>
    <message>
        <source>Declare custom fields in Settings</source>
        <translation>Definir campos propios en Ajustes</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Cumpleaños</translation>
    </message>
    <message>
        <source>Wants to buy</source>
        <translation>Quiere comprar</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadHeader</name>
    <message>
        <source>Change the temperature</source>
        <translation>Cambiar la temperatura</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>More for this lead</source>
        <translation>Más para este prospecto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>In stage</source>
        <translation>En etapa</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Rate lock</source>
        <translation>Bloqueo de tasa</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <translation>Temperatura: %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>allá %1</translation>
    </message>
    <message>
        <source>Copies the number and starts the call.</source>
        <translation>Copia el número e inicia la llamada.</translation>
    </message>
    <message>
        <source>Calls open at %1 your time. You decide.</source>
        <translation>Llamadas permitidas desde: %1, hora de aquí. La decisión es propia.</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>Complete: %1 (D)</source>
        <translation>Completar: %1 (D)</translation>
    </message>
    <message>
        <source>Complete %1, %2</source>
        <translation>Completar %1, %2</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Etapa: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Responsable: %1</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadImporter</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>No se puede abrir %1.</translation>
    </message>
    <message>
        <source>The import was stopped. What came in before stays until you take it back.</source>
        <translation>La importación se detuvo. Lo que ya entró se conserva hasta que la deshaga.</translation>
    </message>
    <message>
        <source>The same person stands in line %1 of the file.</source>
        <translation>La misma persona figura en la línea %1 del archivo.</translation>
    </message>
    <message>
        <source>%1 belongs to the open book: it is no list to import.</source>
        <translation>%1 pertenece al libro abierto: no es una lista que se pueda importar.</translation>
    </message>
    <message>
        <source>%1 is not a mapping: it must be a JSON object.</source>
        <translation>%1 no es una asignación: debe ser un objeto JSON.</translation>
    </message>
    <message>
        <source>Where %1 was is not known any more. Choose the file to import it again: rows that are in already are found again.</source>
        <translation>Ya no se sabe dónde estaba %1. Elija el archivo para importarlo de nuevo: las filas que ya entraron se reconocen.</translation>
    </message>
    <message>
        <source>The server cannot be reached any more. What came in is safe; import the same file again, and it goes on where it stopped.</source>
        <translation>Ya no se puede contactar con el servidor. Lo que entró está a salvo; importe el mismo archivo otra vez y continuará donde se detuvo.</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadListModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>LTV</source>
        <translation>LTV</translation>
    </message>
    <message>
        <source>FICO</source>
        <translation>FICO</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Próxima tarea</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Lock expires</source>
        <translation>Vence bloqueo</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Days in stage</source>
        <translation>Días en etapa</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadMapping</name>
    <message>
        <source>The mapping names a field “%1” that a lead does not have.</source>
        <translation>La asignación nombra un campo «%1» que un prospecto no tiene.</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadMover</name>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln prospecto</numerusform>
            <numerusform>%Ln prospectos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadPage</name>
    <message>
        <source>Parts of the lead</source>
        <translation>Partes del prospecto</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>This lead is gone</source>
        <translation>Este prospecto ya no está</translation>
    </message>
    <message>
        <source>It was deleted, here or by a colleague. Undo (Ctrl+Z) brings back what you deleted.</source>
        <translation>Se eliminó aquí o lo eliminó otra persona del equipo. Deshacer (Ctrl+Z) recupera lo eliminado aquí.</translation>
    </message>
    <message>
        <source>Not everything of %1 could be saved. What you typed is kept with the lead.</source>
        <translation>No todo lo de %1 se pudo guardar. Lo escrito se conserva con el prospecto.</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadPanel</name>
    <message>
        <source>Parts of the lead</source>
        <translation>Partes del prospecto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Not everything of %1 could be saved. What you typed is kept with the lead.</source>
        <translation>No todo lo de %1 se pudo guardar. Lo escrito se conserva con el prospecto.</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadPresenter</name>
    <message numerus="yes">
        <source>rate lock expired %Ln day(s) ago</source>
        <translation>
            <numerusform>el bloqueo de tasa venció hace %Ln día</numerusform>
            <numerusform>el bloqueo de tasa venció hace %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>rate lock expires today</source>
        <translation>el bloqueo de tasa vence hoy</translation>
    </message>
    <message numerus="yes">
        <source>rate lock expires in %Ln day(s)</source>
        <translation>
            <numerusform>el bloqueo de tasa vence en %Ln día</numerusform>
            <numerusform>el bloqueo de tasa vence en %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>do not contact</source>
        <translation>no contactar</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>sigue: %1</translation>
    </message>
    <message>
        <source>next: %1, %2</source>
        <translation>sigue: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>%Ln día en esta etapa</numerusform>
            <numerusform>%Ln días en esta etapa</numerusform>
        </translation>
    </message>
    <message>
        <source>no activity for too long</source>
        <translation>demasiado tiempo sin actividad</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>responsable %1</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>etiquetas: %1</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>guardando</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadReading</name>
    <message>
        <source>Row %1</source>
        <translation>Fila %1</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadText</name>
    <message>
        <source>Conv</source>
        <translation>Conv</translation>
    </message>
    <message>
        <source>FHA</source>
        <translation>FHA</translation>
    </message>
    <message>
        <source>VA</source>
        <translation>VA</translation>
    </message>
    <message>
        <source>USDA</source>
        <translation>USDA</translation>
    </message>
    <message>
        <source>Jumbo</source>
        <translation>Jumbo</translation>
    </message>
    <message>
        <source>Non-QM</source>
        <translation>Non-QM</translation>
    </message>
    <message>
        <source>DSCR</source>
        <translation>DSCR</translation>
    </message>
    <message>
        <source>HELOC</source>
        <translation>HELOC</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Inversa</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>loan program and years</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 mo</source>
        <comment>loan program and months</comment>
        <translation>%1 %2 m</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Refinance</source>
        <translation>Refi</translation>
    </message>
    <message>
        <source>Cash-out</source>
        <translation>Cash-out</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>Construcción</translation>
    </message>
    <message>
        <source>Home equity</source>
        <translation>Valor neto</translation>
    </message>
    <message>
        <source>under %1</source>
        <comment>credit score</comment>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Caliente</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Tibio</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Frío</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percentage</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadsPage</name>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>Aún no hay prospectos</translation>
    </message>
    <message>
        <source>Every borrower you work with stands here as a row. A name and one way to reach them is enough to begin.</source>
        <translation>Cada prestatario aparece aquí como una fila. Para empezar basta un nombre y una forma de contacto.</translation>
    </message>
    <message>
        <source>No lead matches</source>
        <translation>Ningún prospecto coincide</translation>
    </message>
    <message>
        <source>Nothing fits what is filtered by. All leads are still there.</source>
        <translation>Nada coincide con los filtros. Todos los prospectos siguen ahí.</translation>
    </message>
    <message>
        <source>Filter leads</source>
        <translation>Filtrar prospectos</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Moving %1…</source>
        <translation>Moviendo %1…</translation>
    </message>
    <message>
        <source>Assigning %1…</source>
        <translation>Asignando %1…</translation>
    </message>
    <message>
        <source>Tagging %1…</source>
        <translation>Etiquetando %1…</translation>
    </message>
    <message>
        <source>Untagging %1…</source>
        <translation>Quitando etiqueta a %1…</translation>
    </message>
    <message>
        <source>Changing %1…</source>
        <translation>Cambiando %1…</translation>
    </message>
    <message>
        <source>Removing %1…</source>
        <translation>Eliminando %1…</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln prospecto</numerusform>
            <numerusform>%Ln prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Select all leads</source>
        <translation>Seleccionar todos los prospectos</translation>
    </message>
    <message>
        <source>Lead %1 of %2</source>
        <translation>Prospecto %1 de %2</translation>
    </message>
    <message>
        <source>Open beside the table</source>
        <translation>Abrir junto a la tabla</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Abrir como página</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Buscar duplicados</translation>
    </message>
    <message>
        <source>Select the two leads that are one person.</source>
        <translation>Seleccione los dos prospectos que son una misma persona.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Combinar…</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Merge the two selected leads</source>
        <translation>Combinar los dos prospectos seleccionados</translation>
    </message>
    <message>
        <source>Export these leads</source>
        <translation>Exportar estos prospectos</translation>
    </message>
    <message>
        <source>Export the selected leads</source>
        <translation>Exportar los prospectos seleccionados</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Reading the leads…</source>
        <translation>Se leen los prospectos…</translation>
    </message>
</context>
<context>
    <name>keyturn::LeadsTable</name>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
</context>
<context>
    <name>keyturn::LinkWords</name>
    <message>
        <source>One change is kept and sent again as soon as the server answers.</source>
        <translation>Se conserva un cambio y se envía de nuevo en cuanto el servidor responda.</translation>
    </message>
    <message>
        <source>What you see stays readable; changing it waits until the server is back.</source>
        <translation>Lo que ve se puede seguir leyendo; los cambios esperan a que vuelva el servidor.</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Solo en este equipo</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Conectado a %1</translation>
    </message>
    <message>
        <source>Connected to %1, for looking only</source>
        <translation>Conectado a %1, solo para consultar</translation>
    </message>
    <message>
        <source>Changes of your colleagues appear within seconds.</source>
        <translation>Los cambios de sus colegas aparecen en segundos.</translation>
    </message>
    <message>
        <source>Read-only: reconnecting to %1…</source>
        <translation>Solo lectura: reconectando con %1…</translation>
    </message>
    <message>
        <source>Read-only: %1 is out of reach</source>
        <translation>Solo lectura: no se llega a %1</translation>
    </message>
    <message>
        <source>Read-only: next try to reach %1 in %2 s</source>
        <translation>Solo lectura: nuevo intento con %1 en %2 s</translation>
    </message>
</context>
<context>
    <name>keyturn::ListFile</name>
    <message>
        <source>Stopped. No file was left behind.</source>
        <translation>Detenido. No quedó ningún archivo.</translation>
    </message>
</context>
<context>
    <name>keyturn::LoanSection</name>
    <message>
        <source>Loan scenario</source>
        <translation>Escenario del préstamo</translation>
    </message>
    <message>
        <source>Estimate, not a commitment to lend</source>
        <translation>Estimación, no un compromiso de préstamo</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
</context>
<context>
    <name>keyturn::LookSection</name>
    <message>
        <source>Appearance and language</source>
        <translation>Apariencia e idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Cards on the board</source>
        <translation>Tarjetas del tablero</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Amplias</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactas</translation>
    </message>
    <message>
        <source>Without animations</source>
        <translation>Sin animaciones</translation>
    </message>
</context>
<context>
    <name>keyturn::MappingDefaults</name>
    <message>
        <source>If somebody is here already</source>
        <translation>Si alguien ya está aquí</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Source name</source>
        <translation>Nombre del origen</translation>
    </message>
    <message>
        <source>Tags for every lead</source>
        <translation>Etiquetas para todos</translation>
    </message>
    <message>
        <source>Dates like 03/04/2026</source>
        <translation>Fechas como 03/04/2026</translation>
    </message>
    <message>
        <source>Program that wrote the file</source>
        <translation>Programa que escribió el archivo</translation>
    </message>
    <message>
        <source>Kept mapping</source>
        <translation>Asignación guardada</translation>
    </message>
    <message>
        <source>Keep this mapping…</source>
        <translation>Guardar esta asignación…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarla</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Skip the row</source>
        <translation>Omitir la fila</translation>
    </message>
    <message>
        <source>Fill in what is empty</source>
        <translation>Completar lo que está vacío</translation>
    </message>
    <message>
        <source>Update all fields</source>
        <translation>Actualizar todos los campos</translation>
    </message>
    <message>
        <source>Create a lead anyway</source>
        <translation>Crear un prospecto de todos modos</translation>
    </message>
    <message>
        <source>Found by id, e-mail, phone with name, or name with city or company</source>
        <translation>Se reconocen por id, correo, teléfono con nombre, o nombre con ciudad o empresa</translation>
    </message>
    <message>
        <source>Where a row does not say</source>
        <translation>Cuando una fila no lo dice</translation>
    </message>
    <message>
        <source>Spring open house</source>
        <translation>Casa abierta de primavera</translation>
    </message>
    <message>
        <source>Divided by commas</source>
        <translation>Separadas por comas</translation>
    </message>
    <message>
        <source>Me, %1</source>
        <translation>Yo, %1</translation>
    </message>
    <message>
        <source>Month first: March 4</source>
        <translation>Primero el mes: 4 de marzo</translation>
    </message>
    <message>
        <source>Day first: April 3</source>
        <translation>Primero el día: 3 de abril</translation>
    </message>
    <message>
        <source>For the next file like this</source>
        <translation>Para el próximo archivo como este</translation>
    </message>
    <message>
        <source>As the headers say</source>
        <translation>Según los encabezados</translation>
    </message>
    <message>
        <source>A lead vendor</source>
        <translation>Un vendedor de prospectos</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Nombre de la asignación</translation>
    </message>
    <message>
        <source>Files with the same columns are mapped by it at once</source>
        <translation>Los archivos con las mismas columnas se asignan así de inmediato</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The mapping needs a name.</source>
        <translation>La asignación necesita un nombre.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Kept by a name, this mapping is found again when the same columns come.</source>
        <translation>Guardada con un nombre, esta asignación se reconoce cuando vuelven las mismas columnas.</translation>
    </message>
    <message>
        <source>These columns are known: “%1” fits.</source>
        <translation>Estas columnas se conocen: «%1» sirve.</translation>
    </message>
</context>
<context>
    <name>keyturn::MappingPane</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln become(s) a field</source>
        <translation>
            <numerusform>%Ln pasa a ser campo</numerusform>
            <numerusform>%Ln pasan a ser campos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::MappingRow</name>
    <message>
        <source>Column %1</source>
        <translation>Columna %1</translation>
    </message>
    <message>
        <source>Empty in every row</source>
        <translation>Vacía en todas las filas</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>No se acepta</translation>
    </message>
    <message>
        <source>%1 goes to: %2</source>
        <translation>%1 va a: %2</translation>
    </message>
    <message>
        <source>A lender must not hold this.</source>
        <translation>Un prestamista no debe tener este dato.</translation>
    </message>
    <message>
        <source>Fair lending: a lender must not hold this</source>
        <translation>Préstamo justo: un prestamista no debe tener este dato</translation>
    </message>
    <message>
        <source>In %1 of %2 rows</source>
        <translation>En %1 de %2 filas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 means</source>
        <translation>%1 significa</translation>
    </message>
    <message>
        <source>By its name, else the first stage</source>
        <translation>Por su nombre; si no, la primera etapa</translation>
    </message>
    <message>
        <source>By name or address, else you</source>
        <translation>Por nombre o correo; si no, usted</translation>
    </message>
    <message>
        <source>Too many different texts to list: they are matched by name.</source>
        <translation>Demasiados textos distintos para mostrarlos: se reconocen por nombre.</translation>
    </message>
</context>
<context>
    <name>keyturn::MomentText</name>
    <message>
        <source>MMM d</source>
        <comment>date without a year</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>date with a year</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>weekday and date</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
    </message>
    <message>
        <source>dddd, MMMM d, yyyy</source>
        <comment>weekday, date and year</comment>
        <translation>dddd, d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) late</source>
        <translation>
            <numerusform>%Ln día tarde</numerusform>
            <numerusform>%Ln días tarde</numerusform>
        </translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>a time</comment>
        <translation>Hoy %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>hace %Ln minuto</numerusform>
            <numerusform>hace %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>hace %Ln hora</numerusform>
            <numerusform>hace %Ln horas</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>hace %Ln día</numerusform>
            <numerusform>hace %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Late, %1</source>
        <comment>a time of today</comment>
        <translation>Tarde: %1</translation>
    </message>
</context>
<context>
    <name>keyturn::MonthPicker</name>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Mes siguiente</translation>
    </message>
</context>
<context>
    <name>keyturn::NewBookRows</name>
    <message>
        <source>A book needs the name of your company.</source>
        <translation>Un libro necesita el nombre de la empresa.</translation>
    </message>
    <message>
        <source>A book needs your name.</source>
        <translation>Un libro necesita el nombre de su dueño.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>“%1” no es una dirección de correo.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”.</source>
        <translation>No existe la zona horaria “%1”.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Attempted</source>
        <translation>Intentado</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>Prequalified</source>
        <translation>Precalificado</translation>
    </message>
    <message>
        <source>Pre-approved</source>
        <translation>Preaprobado</translation>
    </message>
    <message>
        <source>House hunting</source>
        <translation>Buscando casa</translation>
    </message>
    <message>
        <source>Under contract</source>
        <translation>Bajo contrato</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>Divulgaciones</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Procesamiento</translation>
    </message>
    <message>
        <source>Underwriting</source>
        <translation>Suscripción</translation>
    </message>
    <message>
        <source>Conditional approval</source>
        <translation>Aprobación condicional</translation>
    </message>
    <message>
        <source>Clear to close</source>
        <translation>Listo para cerrar</translation>
    </message>
    <message>
        <source>Docs out</source>
        <translation>Documentos enviados</translation>
    </message>
    <message>
        <source>Funded</source>
        <translation>Financiado</translation>
    </message>
    <message>
        <source>Past client</source>
        <translation>Cliente anterior</translation>
    </message>
    <message>
        <source>Nurture</source>
        <translation>En cultivo</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>Descalificado</translation>
    </message>
    <message>
        <source>Mortgage Pipeline</source>
        <translation>Pipeline hipotecario</translation>
    </message>
</context>
<context>
    <name>keyturn::NewFieldForm</name>
    <message>
        <source>Name of the field</source>
        <translation>Nombre del campo</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Sí o no</translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation>Agregar el campo</translation>
    </message>
    <message>
        <source>The field needs a name.</source>
        <translation>El campo necesita un nombre.</translation>
    </message>
</context>
<context>
    <name>keyturn::NoteCard</name>
    <message>
        <source>Pin this note</source>
        <translation>Fijar esta nota</translation>
    </message>
    <message>
        <source>More for this note</source>
        <translation>Más para esta nota</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <translation>h:mm AP</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Note by %1: %2</source>
        <translation>Nota de %1: %2</translation>
    </message>
    <message>
        <source>Private, only you see this.</source>
        <translation>Privada, solo visible para quien la escribió.</translation>
    </message>
    <message>
        <source>Edited.</source>
        <translation>Editada.</translation>
    </message>
    <message>
        <source>Unpin this note</source>
        <translation>Desfijar esta nota</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Guardar %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Make it visible to the team</source>
        <translation>Hacerla visible para el equipo</translation>
    </message>
    <message>
        <source>Make it private</source>
        <translation>Hacerla privada</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Only the author can change this note</source>
        <translation>Solo quien la escribió puede cambiar esta nota</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto de la nota</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Cancelar la edición</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Guardar la nota</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>A note needs words. To take it away, delete it from its menu.</source>
        <translation>Una nota necesita texto. Para quitarla, hay que eliminarla desde su menú.</translation>
    </message>
</context>
<context>
    <name>keyturn::NoteMode</name>
    <message>
        <source>Private</source>
        <translation>Privada</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write a note. @ mentions a colleague.</source>
        <translation>Escribir nota. @ menciona a alguien.</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>Type of note</source>
        <translation>Tipo de nota</translation>
    </message>
    <message>
        <source>Only you will see this note, and it mentions nobody.</source>
        <translation>Nota solo para quien la escribe; no menciona a nadie.</translation>
    </message>
    <message>
        <source>Pinned notes stand first among the notes.</source>
        <translation>Las notas fijadas van primero.</translation>
    </message>
    <message>
        <source>Write something first, then save the note.</source>
        <translation>Primero hay que escribir algo; luego, guardar la nota.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Adjuntar</translation>
    </message>
    <message>
        <source>Attach a file to the note</source>
        <translation>Adjuntar un archivo a la nota</translation>
    </message>
    <message>
        <source>The file becomes a document of this lead, and the note points to it.</source>
        <translation>El archivo pasa a ser un documento de este prospecto y la nota lo señala.</translation>
    </message>
    <message>
        <source>Leave %1 out of the note</source>
        <translation>Quitar %1 de la nota</translation>
    </message>
</context>
<context>
    <name>keyturn::NotesSection</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No notes yet. What should not be forgotten about this borrower belongs here.</source>
        <translation>Aún no hay notas. Aquí va lo que no debe olvidarse de este prestatario.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
</context>
<context>
    <name>keyturn::PairDelegate</name>
    <message>
        <source>%1%</source>
        <comment>how alike two leads are</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>keyturn::PaletteModel</name>
    <message>
        <source>next: %1</source>
        <translation>sigue: %1</translation>
    </message>
    <message>
        <source>Recent leads</source>
        <translation>Prospectos recientes</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Do with %1</source>
        <translation>Acciones para %1</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Search everything for “%1”</source>
        <translation>Buscar “%1” en todo</translation>
    </message>
    <message>
        <source>In the whole book</source>
        <translation>En todo el libro</translation>
    </message>
</context>
<context>
    <name>keyturn::PaletteWords</name>
    <message>
        <source>spreadsheet csv excel table download save file</source>
        <translation>hoja de cálculo csv excel tabla descargar guardar archivo</translation>
    </message>
    <message>
        <source>merge combine duplicates dupes same</source>
        <translation>fusionar combinar unir duplicados mismos</translation>
    </message>
    <message>
        <source>reload update</source>
        <translation>recargar actualizar</translation>
    </message>
    <message>
        <source>filter find narrow only show hide reset</source>
        <translation>filtrar buscar acotar solo mostrar ocultar restablecer</translation>
    </message>
    <message>
        <source>saved view filter keep favorite</source>
        <translation>vista guardada filtro conservar favorita</translation>
    </message>
    <message>
        <source>add create borrower person client contact deal</source>
        <translation>agregar añadir crear prestatario persona cliente contacto operación</translation>
    </message>
    <message>
        <source>tasks to do agenda due overdue calls home dashboard follow up</source>
        <translation>tareas pendientes agenda vencidas llamadas inicio panel seguimiento</translation>
    </message>
    <message>
        <source>board kanban stages columns deals cards</source>
        <translation>tablero kanban etapas columnas operaciones tarjetas</translation>
    </message>
    <message>
        <source>list table people borrowers clients contacts customers</source>
        <translation>lista tabla personas prestatarios clientes contactos</translation>
    </message>
    <message>
        <source>find look for notes timeline tasks documents</source>
        <translation>buscar encontrar notas historial tareas documentos</translation>
    </message>
    <message>
        <source>charts figures statistics numbers funnel conversion forecast print pdf</source>
        <translation>gráficos cifras estadísticas números embudo conversión pronóstico imprimir pdf</translation>
    </message>
    <message>
        <source>preferences options configuration setup language profile</source>
        <translation>preferencias opciones configuración idioma perfil</translation>
    </message>
    <message>
        <source>csv excel xlsx tsv vcard spreadsheet upload load file leads contacts migrate</source>
        <translation>csv excel xlsx tsv vcard hoja de cálculo subir cargar archivo prospectos contactos migrar</translation>
    </message>
    <message>
        <source>find duplicates dupes dedupe merge combine same twice double clean up leads</source>
        <translation>buscar duplicados repetidos fusionar combinar unir mismos dobles limpiar prospectos</translation>
    </message>
    <message>
        <source>different separate keep ignore dismiss</source>
        <translation>distintos separar conservar ignorar descartar</translation>
    </message>
    <message>
        <source>order arrange by</source>
        <translation>orden ordenar por</translation>
    </message>
    <message>
        <source>fields show hide table</source>
        <translation>campos mostrar ocultar tabla</translation>
    </message>
    <message>
        <source>later postpone tomorrow remind</source>
        <translation>después aplazar mañana recordar</translation>
    </message>
    <message>
        <source>print export paper</source>
        <translation>imprimir exportar papel</translation>
    </message>
    <message>
        <source>take back revert</source>
        <translation>deshacer revertir</translation>
    </message>
    <message>
        <source>repeat again</source>
        <translation>rehacer repetir de nuevo</translation>
    </message>
    <message>
        <source>create database workspace start file</source>
        <translation>crear base de datos espacio empezar archivo</translation>
    </message>
    <message>
        <source>database workspace switch file</source>
        <translation>base de datos espacio cambiar archivo</translation>
    </message>
    <message>
        <source>join connect database postgresql colleagues shared</source>
        <translation>unirse conectar base de datos postgresql colegas compartido</translation>
    </message>
    <message>
        <source>demo example try</source>
        <translation>demostración ejemplo probar</translation>
    </message>
    <message>
        <source>backup safe copy save</source>
        <translation>copia de seguridad respaldo guardar</translation>
    </message>
    <message>
        <source>verify integrity damage repair health</source>
        <translation>verificar integridad daño reparar salud</translation>
    </message>
    <message>
        <source>recover bring back load backup archive zip</source>
        <translation>recuperar traer cargar respaldo copia archivo zip</translation>
    </message>
    <message>
        <source>zip archive everything download save file move</source>
        <translation>zip archivo todo descargar guardar mudanza</translation>
    </message>
    <message>
        <source>log history timeline</source>
        <translation>registro historial cronología</translation>
    </message>
    <message>
        <source>light mode theme day bright white colors</source>
        <translation>claro modo tema día blanco colores</translation>
    </message>
    <message>
        <source>dark mode theme night black colors</source>
        <translation>oscuro modo tema noche negro colores</translation>
    </message>
    <message>
        <source>pipeline columns board rename</source>
        <translation>proceso columnas tablero renombrar</translation>
    </message>
    <message>
        <source>own additional columns form</source>
        <translation>propios adicionales columnas formulario</translation>
    </message>
    <message>
        <source>help keys keyboard hotkeys</source>
        <translation>ayuda teclas teclado atajos</translation>
    </message>
    <message>
        <source>swimlanes team officer sections</source>
        <translation>carriles equipo responsable secciones grupos</translation>
    </message>
</context>
<context>
    <name>keyturn::PanelHeader</name>
    <message>
        <source>Change the temperature</source>
        <translation>Cambiar la temperatura</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>More for this lead</source>
        <translation>Más para este prospecto</translation>
    </message>
    <message>
        <source>Complete the next task</source>
        <translation>Completar la próxima tarea</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Abrir como página</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>Préstamo</translation>
    </message>
    <message>
        <source>LTV, FICO</source>
        <translation>LTV, FICO</translation>
    </message>
    <message>
        <source>Payment, DTI</source>
        <translation>Pago, DTI</translation>
    </message>
    <message>
        <source>Rate lock</source>
        <translation>Bloqueo de tasa</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>TRID items</source>
        <translation>Datos TRID</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <translation>Temperatura: %1</translation>
    </message>
    <message>
        <source>Call: no number known</source>
        <translation>Llamar: no hay número</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>%1. Calls open at %2 your time. You decide.</source>
        <translation>%1. Llamadas permitidas desde: %2, hora de aquí. La decisión es propia.</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>allá %1</translation>
    </message>
    <message>
        <source>Mail: no address known</source>
        <translation>Correo: no hay dirección</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Etapa: %1</translation>
    </message>
    <message>
        <source>Complete %1</source>
        <translation>Completar %1</translation>
    </message>
    <message>
        <source>Principal and interest; tax and insurance are not in.</source>
        <translation>Capital e interés; sin impuestos ni seguro.</translation>
    </message>
</context>
<context>
    <name>keyturn::PastImports</name>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importada</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecha</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 skipped, %4 failed</source>
        <translation>%1 nuevos, %2 cambiados, %3 omitidos, %4 fallidos</translation>
    </message>
    <message>
        <source>Imports of before</source>
        <translation>Importaciones anteriores</translation>
    </message>
    <message>
        <source>The import of %1 was interrupted</source>
        <translation>La importación de %1 se interrumpió</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in and whole. It can go on where it stopped, or be taken back.</source>
        <translation>
            <numerusform>%Ln fila está dentro y completa. Puede continuar donde se detuvo o deshacerse.</numerusform>
            <numerusform>%Ln filas están dentro y completas. Puede continuar donde se detuvo o deshacerse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Deshacerla</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Show the leads</source>
        <translation>Mostrar los prospectos</translation>
    </message>
    <message>
        <source>Show the leads of %1</source>
        <translation>Mostrar los prospectos de %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the import of %1</source>
        <translation>Deshacer la importación de %1</translation>
    </message>
    <message>
        <source>Undo the import of %1?</source>
        <translation>¿Deshacer la importación de %1?</translation>
    </message>
    <message>
        <source>The leads it made are removed, what it changed is changed back. Leads that somebody has worked on since stay and are named.</source>
        <translation>Los prospectos que creó se quitan y lo que cambió vuelve a ser como antes. Los prospectos en los que alguien ha trabajado desde entonces se quedan y se nombran.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>From another desk</source>
        <translation>De otro equipo</translation>
    </message>
    <message>
        <source>What an import did is known where it was made. It is taken back there.</source>
        <translation>Lo que hizo una importación se sabe donde se hizo. Se deshace allí.</translation>
    </message>
</context>
<context>
    <name>keyturn::PeopleSection</name>
    <message>
        <source>Co-borrowers and partners</source>
        <translation>Coprestatarios y socios</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Agregar una persona</translation>
    </message>
    <message>
        <source>Nobody yet. Co-borrowers, agents and attorneys belong here.</source>
        <translation>Aún nadie. Aquí van coprestatarios, agentes y abogados.</translation>
    </message>
    <message>
        <source>%1 is the primary contact</source>
        <translation>%1 es el contacto principal</translation>
    </message>
    <message>
        <source>Make %1 the primary contact</source>
        <translation>Hacer de %1 el contacto principal</translation>
    </message>
    <message>
        <source>%1, primary</source>
        <translation>%1, principal</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Función de %1</translation>
    </message>
    <message>
        <source>Remove %1 from this lead</source>
        <translation>Quitar a %1 de este prospecto</translation>
    </message>
</context>
<context>
    <name>keyturn::PipelineModel</name>
    <message numerus="yes">
        <source>%1, %Ln lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1, %Ln prospecto, %2 en total, %3 ponderado</numerusform>
            <numerusform>%1, %Ln prospectos, %2 en total, %3 ponderado</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Unknown owner</source>
        <translation>Responsable desconocido</translation>
    </message>
</context>
<context>
    <name>keyturn::Planner</name>
    <message>
        <source>Call with %1 logged</source>
        <translation>Llamada con %1 registrada</translation>
    </message>
    <message>
        <source>Meeting with %1 logged</source>
        <translation>Reunión con %1 registrada</translation>
    </message>
    <message>
        <source>Text message with %1 logged</source>
        <translation>Mensaje de texto con %1 registrado</translation>
    </message>
    <message>
        <source>LinkedIn message with %1 logged</source>
        <translation>Mensaje de LinkedIn con %1 registrado</translation>
    </message>
    <message>
        <source>Activity of %1 logged</source>
        <translation>Actividad de %1 registrada</translation>
    </message>
    <message>
        <source>Say in a few words what happened.</source>
        <translation>Hay que decir en pocas palabras qué pasó.</translation>
    </message>
    <message>
        <source>A text message needs its text.</source>
        <translation>Un mensaje de texto necesita su texto.</translation>
    </message>
    <message>
        <source>A duration cannot be negative.</source>
        <translation>Una duración no puede ser negativa.</translation>
    </message>
    <message>
        <source>What is logged has happened already: the time cannot be in the future.</source>
        <translation>Lo que se registra ya pasó: la hora no puede ser futura.</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>Only entries that were logged by hand can be corrected.</source>
        <translation>Solo se pueden corregir entradas registradas a mano.</translation>
    </message>
    <message>
        <source>Timeline entry withdrawn</source>
        <translation>Entrada del historial retirada</translation>
    </message>
    <message>
        <source>Timeline entry corrected</source>
        <translation>Entrada del historial corregida</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Esa persona no existe.</translation>
    </message>
    <message>
        <source>%1 no longer works here and cannot own leads.</source>
        <translation>%1 ya no trabaja aquí y no puede tener prospectos.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>%1 assigned to %2</source>
        <translation>%1 pasó a cargo de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads assigned to %1</source>
        <translation>
            <numerusform>%Ln prospecto pasó a cargo de %1</numerusform>
            <numerusform>%Ln prospectos pasaron a cargo de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>No existe el campo “%1”.</translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation>Un contacto necesita un nombre.</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>No existe la función “%1”.</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>%1 is linked with this lead already.</source>
        <translation>%1 ya tiene vínculo con este prospecto.</translation>
    </message>
    <message>
        <source>%1 linked with %2</source>
        <translation>Vínculo de %1 con %2</translation>
    </message>
    <message>
        <source>%1 no longer linked</source>
        <translation>Vínculo con %1 retirado</translation>
    </message>
    <message>
        <source>Contact %1 changed</source>
        <translation>Cambios en el contacto %1</translation>
    </message>
    <message>
        <source>%1 was changed elsewhere while you were editing it.</source>
        <translation>%1 cambió en otro lugar durante la edición.</translation>
    </message>
    <message numerus="yes">
        <source>A document needs a file name of at most %n characters.</source>
        <translation>
            <numerusform>Un documento necesita un nombre de archivo de %n carácter como máximo.</numerusform>
            <numerusform>Un documento necesita un nombre de archivo de %n caracteres como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 no tiene contenido.</translation>
    </message>
    <message>
        <source>%1 is larger than 100 MB.</source>
        <translation>%1 pesa más de 100 MB.</translation>
    </message>
    <message>
        <source>%1 attached to %2</source>
        <translation>%1 se adjuntó a %2</translation>
    </message>
    <message>
        <source>There is no such %1.</source>
        <translation>No se encuentra: %1.</translation>
    </message>
    <message>
        <source>This %1 has been removed.</source>
        <translation>Ya se eliminó: %1.</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>prospecto</translation>
    </message>
    <message>
        <source>“%1” cannot be kept: fair lending rules do not allow it in a lead&apos;s record.</source>
        <translation>“%1” no se puede guardar: las reglas de préstamo justo no lo permiten en el expediente de un prospecto.</translation>
    </message>
    <message>
        <source>%1 cannot be edited directly.</source>
        <translation>%1 no se puede editar directamente.</translation>
    </message>
    <message>
        <source>The FICO band follows from the score. Change or clear the score first.</source>
        <translation>El rango FICO depende del puntaje. Primero hay que cambiar o borrar el puntaje.</translation>
    </message>
    <message>
        <source>A lead needs a name.</source>
        <translation>Un prospecto necesita un nombre.</translation>
    </message>
    <message>
        <source>A lead needs an e-mail address or a telephone number.</source>
        <translation>Un prospecto necesita un correo o un teléfono.</translation>
    </message>
    <message>
        <source>A trigger lead needs its legal basis in “Source detail”.</source>
        <translation>Un trigger lead necesita su base legal en “Detalle del origen”.</translation>
    </message>
    <message>
        <source>The budget ends below its beginning.</source>
        <translation>El presupuesto termina por debajo de su inicio.</translation>
    </message>
    <message>
        <source>The rate lock would expire before its date.</source>
        <translation>El bloqueo de tasa vencería antes de su fecha.</translation>
    </message>
    <message>
        <source>%1 already has the e-mail address %2.</source>
        <translation>%1 ya tiene el correo %2.</translation>
    </message>
    <message>
        <source>There is no such stage.</source>
        <translation>Esa etapa no existe.</translation>
    </message>
    <message>
        <source>A new lead cannot begin in %1.</source>
        <translation>Un prospecto nuevo no puede empezar en %1.</translation>
    </message>
    <message>
        <source>The lead&apos;s owner does not work here.</source>
        <translation>La persona responsable del prospecto no trabaja aquí.</translation>
    </message>
    <message>
        <source>This lead exists already.</source>
        <translation>Este prospecto ya existe.</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>Se agregó a %1</translation>
    </message>
    <message>
        <source>Several leads cannot be given one e-mail address.</source>
        <translation>No se puede dar un mismo correo a varios prospectos.</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 de %2: cambio guardado</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>Cambios en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n leads changed</source>
        <translation>
            <numerusform>Cambios en %n prospecto</numerusform>
            <numerusform>Cambios en %n prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>Se eliminó a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n leads removed</source>
        <translation>
            <numerusform>Se eliminó %n prospecto</numerusform>
            <numerusform>Se eliminaron %n prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>Another lead has the e-mail address %1 by now.</source>
        <translation>Otro prospecto ya tiene el correo %1.</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>Se restauró a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n leads restored</source>
        <translation>
            <numerusform>Se restauró %n prospecto</numerusform>
            <numerusform>Se restauraron %n prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>A note can only mention people who work here.</source>
        <translation>Una nota solo puede mencionar a quienes trabajan aquí.</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>A note needs some text.</source>
        <translation>Una nota necesita texto.</translation>
    </message>
    <message>
        <source>There is no kind of note “%1”.</source>
        <translation>No existe el tipo de nota “%1”.</translation>
    </message>
    <message>
        <source>A private note cannot mention anybody: only you can read it.</source>
        <translation>Una nota privada no puede mencionar a nadie: solo la lee quien la escribió.</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Recordatorio</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>Only the author of a note can change it.</source>
        <translation>Solo quien escribió una nota puede cambiarla.</translation>
    </message>
    <message>
        <source>Note on %1 added</source>
        <translation>Nota agregada sobre %1</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Nota cambiada</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Nota eliminada</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>organización</translation>
    </message>
    <message>
        <source>“%1” is not a time zone.</source>
        <translation>“%1” no es una zona horaria.</translation>
    </message>
    <message numerus="yes">
        <source>A name has between 1 and %n characters.</source>
        <translation>
            <numerusform>Un nombre tiene entre 1 y %n carácter.</numerusform>
            <numerusform>Un nombre tiene entre 1 y %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>A limit is at least 1; leave it empty for none.</source>
        <translation>Un límite es de 1 o más; vacío significa sin límite.</translation>
    </message>
    <message>
        <source>The key “%1” must begin with a letter and have only small letters, digits and _.</source>
        <translation>La clave “%1” debe empezar con una letra y tener solo minúsculas, dígitos y _.</translation>
    </message>
    <message>
        <source>The field “%1” needs a label.</source>
        <translation>El campo “%1” necesita un nombre.</translation>
    </message>
    <message>
        <source>“%1” cannot be a field: fair lending rules do not allow it in a lead&apos;s record.</source>
        <translation>“%1” no puede ser un campo: las reglas de préstamo justo no lo permiten en el expediente de un prospecto.</translation>
    </message>
    <message>
        <source>The field “%1” needs choices.</source>
        <translation>El campo “%1” necesita opciones.</translation>
    </message>
    <message>
        <source>A person needs an e-mail address.</source>
        <translation>Una persona necesita una dirección de correo.</translation>
    </message>
    <message>
        <source>You cannot deactivate yourself.</source>
        <translation>No es posible desactivarse a uno mismo.</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>“%1” is not a color. Write it like #4E8C7A.</source>
        <translation>“%1” no es un color. Se escribe como #4E8C7A.</translation>
    </message>
    <message>
        <source>Stage %1 changed</source>
        <translation>Cambios en la etapa %1</translation>
    </message>
    <message>
        <source>There are two fields with the key “%1”.</source>
        <translation>Hay dos campos con la clave “%1”.</translation>
    </message>
    <message>
        <source>Custom fields changed</source>
        <translation>Campos propios cambiados</translation>
    </message>
    <message>
        <source>Organization changed</source>
        <translation>Organización cambiada</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Una persona necesita un nombre.</translation>
    </message>
    <message>
        <source>Moving a lead to %1 needs a reason.</source>
        <translation>Para mover un prospecto a %1 hace falta un motivo.</translation>
    </message>
    <message>
        <source>There is no exit reason “%1”.</source>
        <translation>No existe el motivo de salida “%1”.</translation>
    </message>
    <message>
        <source>The reason “other” needs a few words.</source>
        <translation>El motivo “otro” necesita unas palabras.</translation>
    </message>
    <message numerus="yes">
        <source>A reason can have at most %n characters.</source>
        <translation>
            <numerusform>Un motivo puede tener como máximo %n carácter.</numerusform>
            <numerusform>Un motivo puede tener como máximo %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rearranged</source>
        <translation>Nuevo orden para %1</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1 pasó a %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads moved to %1</source>
        <translation>
            <numerusform>%Ln prospecto pasó a %1</numerusform>
            <numerusform>%Ln prospectos pasaron a %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tag has between 1 and %n characters.</source>
        <translation>
            <numerusform>Una etiqueta tiene entre 1 y %n carácter.</numerusform>
            <numerusform>Una etiqueta tiene entre 1 y %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be a tag: fair lending rules do not allow it in a lead&apos;s record.</source>
        <translation>“%1” no puede ser una etiqueta: las reglas de préstamo justo no lo permiten en el expediente de un prospecto.</translation>
    </message>
    <message>
        <source>Tags of %1 changed</source>
        <translation>Etiquetas de %1 cambiadas</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln leads changed</source>
        <translation>
            <numerusform>Etiquetas de %Ln prospecto cambiadas</numerusform>
            <numerusform>Etiquetas de %Ln prospectos cambiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>A task needs a title.</source>
        <translation>Una tarea necesita un título.</translation>
    </message>
    <message numerus="yes">
        <source>A title can have at most %n characters.</source>
        <translation>
            <numerusform>Un título puede tener como máximo %n carácter.</numerusform>
            <numerusform>Un título puede tener como máximo %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no priority “%1”.</source>
        <translation>No existe la prioridad “%1”.</translation>
    </message>
    <message>
        <source>A task can only be given to somebody who works here.</source>
        <translation>Una tarea solo se puede dar a alguien que trabaje aquí.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>A time of day needs a date.</source>
        <translation>Una hora necesita una fecha.</translation>
    </message>
    <message>
        <source>A follow-up belongs to a lead.</source>
        <translation>Un seguimiento pertenece a un prospecto.</translation>
    </message>
    <message>
        <source>Follow-up %1 scheduled</source>
        <translation>Seguimiento %1 programado</translation>
    </message>
    <message>
        <source>Task %1 added</source>
        <translation>Tarea %1 agregada</translation>
    </message>
    <message>
        <source>Task %1 changed</source>
        <translation>Tarea %1 cambiada</translation>
    </message>
    <message>
        <source>Task %1 done</source>
        <translation>Tarea %1 hecha</translation>
    </message>
    <message>
        <source>Task %1 opened again</source>
        <translation>Tarea %1 abierta de nuevo</translation>
    </message>
    <message>
        <source>Task %1 removed</source>
        <translation>Tarea %1 eliminada</translation>
    </message>
    <message>
        <source>This cannot be taken back: “%1” has been changed since.</source>
        <translation>Esto no se puede deshacer: “%1” cambió después.</translation>
    </message>
    <message>
        <source>This cannot be taken back: “%1” of %2 has been changed since.</source>
        <translation>Esto no se puede deshacer: “%1” de %2 cambió después.</translation>
    </message>
    <message>
        <source>A stored change cannot be read.</source>
        <translation>No se puede leer un cambio guardado.</translation>
    </message>
    <message>
        <source>This cannot be taken back: another lead has the e-mail address %1 by now.</source>
        <translation>Esto no se puede deshacer: otro prospecto ya tiene el correo %1.</translation>
    </message>
    <message>
        <source>This cannot be taken back: the row is gone.</source>
        <translation>Esto no se puede deshacer: la fila ya no existe.</translation>
    </message>
    <message>
        <source>Everything in this row is known already.</source>
        <translation>Todo lo de esta fila ya se conoce.</translation>
    </message>
    <message>
        <source>Imported as such</source>
        <translation>Importado así</translation>
    </message>
    <message>
        <source>The same person stands in line %1 of the file.</source>
        <translation>La misma persona figura en la línea %1 del archivo.</translation>
    </message>
    <message>
        <source>%1 is here already.</source>
        <translation>%1 ya está aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads imported</source>
        <translation>
            <numerusform>%Ln prospecto importado</numerusform>
            <numerusform>%Ln prospectos importados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has been worked on since the import and stays.</source>
        <translation>Se ha trabajado con %1 desde la importación; se conserva.</translation>
    </message>
    <message>
        <source>%1 asked not to be contacted: logged and marked</source>
        <translation>%1 pidió que no se le contacte: registrado y marcado</translation>
    </message>
    <message>
        <source>%1 was merged into %2, with everything that belonged to it.</source>
        <translation>%1 se combinó con %2, junto con todo lo que tenía.</translation>
    </message>
    <message>
        <source>A lead cannot be merged with itself.</source>
        <translation>Un prospecto no se puede combinar consigo mismo.</translation>
    </message>
    <message>
        <source>%1 merged into %2</source>
        <translation>%1 combinado con %2</translation>
    </message>
    <message>
        <source>%1 cannot be taken over: the program keeps it by itself.</source>
        <translation>%1 no se puede tomar: el programa lo lleva por sí mismo.</translation>
    </message>
    <message>
        <source>%1 has been merged with another lead since the import and stays there.</source>
        <translation>%1 se combinó con otro prospecto después de la importación y se queda ahí.</translation>
    </message>
    <message>
        <source>There is a view with the name “%1” already.</source>
        <translation>Ya existe una vista con el nombre “%1”.</translation>
    </message>
    <message>
        <source>That is more than can be kept as views. Remove one that nobody needs.</source>
        <translation>Son más vistas de las que se pueden guardar. Elimine una que nadie necesite.</translation>
    </message>
    <message>
        <source>This view is gone: somebody has removed it.</source>
        <translation>Esta vista ya no está: alguien la eliminó.</translation>
    </message>
    <message>
        <source>View “%1” removed</source>
        <translation>Vista “%1” eliminada</translation>
    </message>
    <message>
        <source>View “%1” saved</source>
        <translation>Vista “%1” guardada</translation>
    </message>
    <message>
        <source>Your role does not keep loan figures. Leave those columns out.</source>
        <translation>Su función no guarda cifras de préstamos. Deje fuera esas columnas.</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>No existe esa importación.</translation>
    </message>
    <message>
        <source>Import begun</source>
        <translation>Importación iniciada</translation>
    </message>
    <message>
        <source>Import ended</source>
        <translation>Importación terminada</translation>
    </message>
    <message>
        <source>This import has ended. Begin a new one.</source>
        <translation>Esta importación ha terminado. Empiece otra.</translation>
    </message>
    <message>
        <source>%1 belongs to somebody else by now and stays.</source>
        <translation>%1 ya es de otra persona y se queda.</translation>
    </message>
    <message>
        <source>%1 and %2 are two people</source>
        <translation>%1 y %2 son dos personas</translation>
    </message>
    <message>
        <source>%1 and %2 may be the same person</source>
        <translation>%1 y %2 pueden ser la misma persona</translation>
    </message>
    <message>
        <source>%1 moved back to %2</source>
        <translation>%1 regresó a %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads moved back to %1</source>
        <translation>
            <numerusform>%Ln prospecto regresó a %1</numerusform>
            <numerusform>%Ln prospectos regresaron a %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::PreviewModel</name>
    <message>
        <source>Column %1</source>
        <translation>Columna %1</translation>
    </message>
</context>
<context>
    <name>keyturn::ProfileSection</name>
    <message>
        <source>Eastern</source>
        <translation>Este</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>Montaña</translation>
    </message>
    <message>
        <source>Arizona</source>
        <translation>Arizona</translation>
    </message>
    <message>
        <source>Pacific</source>
        <translation>Pacífico</translation>
    </message>
    <message>
        <source>Alaska</source>
        <translation>Alaska</translation>
    </message>
    <message>
        <source>Hawaii</source>
        <translation>Hawái</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Time zone of the company</source>
        <translation>Zona horaria de la empresa</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>NMLS number</source>
        <translation>Número NMLS</translation>
    </message>
    <message>
        <source>Times are shown in this zone.</source>
        <translation>Las horas se muestran en esta zona.</translation>
    </message>
</context>
<context>
    <name>keyturn::Program</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Nuevo libro</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Abrir un libro</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir la muestra</translation>
    </message>
    <message>
        <source>Back up the book</source>
        <translation>Respaldar el libro</translation>
    </message>
    <message>
        <source>Check the book</source>
        <translation>Revisar el libro</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Apariencia clara</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Apariencia oscura</translation>
    </message>
    <message>
        <source>Edit the stages</source>
        <translation>Editar las etapas</translation>
    </message>
    <message>
        <source>Edit the custom fields</source>
        <translation>Editar los campos propios</translation>
    </message>
    <message>
        <source>Keyturn books (*.keyturn)</source>
        <translation>Libros de Keyturn (*.keyturn)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The desktop CRM for mortgage loan officers</source>
        <translation>El CRM de escritorio para oficiales de préstamos hipotecarios</translation>
    </message>
    <message>
        <source>Your settings could not be saved. They hold until you quit; your leads are not concerned.</source>
        <translation>No se pudieron guardar sus ajustes. Valen hasta que cierre el programa; sus prospectos no se ven afectados.</translation>
    </message>
    <message>
        <source>Open my team&apos;s server</source>
        <translation>Abrir el servidor de mi equipo</translation>
    </message>
    <message>
        <source>The book to open, or the address of a server.</source>
        <translation>El libro que se abre, o la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Export all leads</source>
        <translation>Exportar todos los prospectos</translation>
    </message>
    <message>
        <source>Export activities</source>
        <translation>Exportar actividades</translation>
    </message>
    <message>
        <source>Export the whole book</source>
        <translation>Exportar todo el libro</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Exported books (*.zip)</source>
        <translation>Libros exportados (*.zip)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Backups and exported books (*.keyturn *.zip)</source>
        <translation>Copias y libros exportados (*.keyturn *.zip)</translation>
    </message>
    <message>
        <source>Put “%1” in the place of this book?</source>
        <translation>¿Poner «%1» en el lugar de este libro?</translation>
    </message>
    <message>
        <source>It is checked first. What stands in this book now is kept as a file beside it.</source>
        <translation>Antes se comprueba. Lo que hay ahora en este libro se conserva como archivo a su lado.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>The book is here, with %1 leads.</source>
        <translation>El libro está aquí, con %1 prospectos.</translation>
    </message>
    <message>
        <source>Restored, with %1 leads. The book of before is kept as %2.</source>
        <translation>Restaurado, con %1 prospectos. El libro anterior se conserva como %2.</translation>
    </message>
    <message>
        <source>Saving what can be saved…</source>
        <translation>Salvando lo que se puede salvar…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>The book of before is as it was.</source>
        <translation>El libro anterior está como estaba.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrirlo de nuevo</translation>
    </message>
    <message>
        <source>Save what can be saved</source>
        <translation>Salvar lo que se pueda</translation>
    </message>
    <message>
        <source>Restore the backup of %1</source>
        <translation>Restaurar la copia de %1</translation>
    </message>
    <message>
        <source>Saving makes a new book of everything that is still legible, in the place of the damaged file, which is kept beside it.</source>
        <translation>Al salvar se hace un libro nuevo con todo lo que aún se puede leer, en el lugar del archivo dañado, que se conserva al lado.</translation>
    </message>
    <message>
        <source>Your role lets you look, but not bring in lists. Ask your administrator.</source>
        <translation>Su función le permite mirar, pero no importar listas. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>Reading the file, %1 %</source>
        <translation>Leyendo el archivo, %1 %</translation>
    </message>
    <message>
        <source>Everything is read. Now every entry is checked; in a large book that takes minutes.</source>
        <translation>Todo está leído. Ahora se comprueba cada entrada; en un libro grande tarda unos minutos.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
</context>
<context>
    <name>keyturn::Queries</name>
    <message>
        <source>This book has lost its organization. Open a backup instead.</source>
        <translation>Este libro perdió su organización. Conviene abrir un respaldo.</translation>
    </message>
    <message>
        <source>This document is not kept in this book.</source>
        <translation>Este documento no está guardado en este libro.</translation>
    </message>
    <message>
        <source>There is no such lead in this book.</source>
        <translation>Ese prospecto no está en este libro.</translation>
    </message>
    <message>
        <source>The book has no such table or column.</source>
        <translation>El libro no tiene esa tabla o columna.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
</context>
<context>
    <name>keyturn::QuickAdd</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Loan amount</source>
        <translation>Monto del préstamo</translation>
    </message>
    <message>
        <source>Add lead</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Nombre y apellido</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Se desconoce</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>A name and one way to reach them is enough.</source>
        <translation>Basta un nombre y una forma de contacto.</translation>
    </message>
    <message>
        <source>Who is it? Write at least one name.</source>
        <translation>¿Quién es? Hay que escribir al menos un nombre.</translation>
    </message>
</context>
<context>
    <name>keyturn::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>keyturn::RailItem</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, %Ln pendiente</numerusform>
            <numerusform>%1, %Ln pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>keyturn::ReasonForm</name>
    <message>
        <source>Leaves to</source>
        <translation>Sale a</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>En palabras propias</translation>
    </message>
    <message>
        <source>Pick up again on</source>
        <translation>Retomar el</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>%1 leaves the pipeline</source>
        <translation>%1 sale del pipeline</translation>
    </message>
    <message>
        <source>Why does %1 go to %2?</source>
        <translation>¿Por qué pasa %1 a %2?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Needed for this reason</source>
        <translation>Hace falta para este motivo</translation>
    </message>
</context>
<context>
    <name>keyturn::ReasonModel</name>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Se queda como está</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
</context>
<context>
    <name>keyturn::Rejection</name>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>Somebody else removed this first. Your change was taken back.</source>
        <translation>Otra persona lo eliminó antes. Su cambio se retiró.</translation>
    </message>
    <message>
        <source>Somebody else changed this first. Your change was taken back; look at it again before you repeat it.</source>
        <translation>Otra persona cambió esto antes. Su cambio se retiró; revíselo antes de repetirlo.</translation>
    </message>
    <message>
        <source>Somebody else changed “%1” first: it is now “%2”. Your change was taken back.</source>
        <translation>Otra persona cambió «%1» antes: ahora es «%2». Su cambio se retiró.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Nothing was changed.</source>
        <translation>No tiene permiso para hacer esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>The server does not accept these values. Nothing was saved.</source>
        <translation>El servidor no acepta estos valores. No se guardó nada.</translation>
    </message>
    <message>
        <source>The server is newer than this program and does not take its changes any more. Update Keyturn to go on.</source>
        <translation>El servidor es más nuevo que este programa y ya no acepta sus cambios. Actualice Keyturn para continuar.</translation>
    </message>
    <message>
        <source>The server did not take this change. Nothing was saved.</source>
        <translation>El servidor no aceptó este cambio. No se guardó nada.</translation>
    </message>
    <message>
        <source>Only a manager may lift “do not contact” again. Nothing was changed.</source>
        <translation>Solo un gerente puede volver a quitar «no contactar». No se cambió nada.</translation>
    </message>
    <message>
        <source>Only a manager may lift a legal hold. Nothing was changed.</source>
        <translation>Solo un gerente puede quitar una retención legal. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportBar</name>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Which reports</source>
        <translation>Qué informes</translation>
    </message>
    <message>
        <source>Save these reports as PDF</source>
        <translation>Guardar estos informes como PDF</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>me</source>
        <translation>yo</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>Período: %1</translation>
    </message>
    <message>
        <source>Own period</source>
        <translation>Período propio</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To, with that day</source>
        <translation>Hasta, ese día incluido</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>¿Qué día?</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>Es anterior al primer día.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (yo)</translation>
    </message>
    <message>
        <source>Leads of nobody</source>
        <translation>Prospectos de nadie</translation>
    </message>
    <message>
        <source>The pipeline as it was on a day</source>
        <translation>El pipeline tal como estaba un día</translation>
    </message>
    <message>
        <source>Leads of this owner; of activities, what this person did</source>
        <translation>Prospectos de este responsable; de las actividades, lo que hizo esta persona</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportCard</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Take this report away</source>
        <translation>Llevarse este informe</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Guardar %1</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>Gráfico de %1</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Up to the 90th percentile</source>
        <translation>Hasta el percentil 90</translation>
    </message>
    <message>
        <source>Limit of the stage</source>
        <translation>Límite de la etapa</translation>
    </message>
    <message>
        <source>On that day</source>
        <translation>Ese día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows</source>
        <translation>Las primeras %1 de %2 filas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) came in this period</source>
        <translation>
            <numerusform>%Ln prospecto llegó en este período</numerusform>
            <numerusform>%Ln prospectos llegaron en este período</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, amounts as of today</source>
        <translation>%1, montos al día de hoy</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>title of a report, row, column</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportFiles</name>
    <message>
        <source>%1 belongs to the book that is open here. Choose another file.</source>
        <translation>%1 pertenece al libro que está abierto aquí. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The file could not be saved: %1.</source>
        <translation>No se pudo guardar el archivo: %1.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportPlans</name>
    <message>
        <source>Time in stage</source>
        <translation>Tiempo en cada etapa</translation>
    </message>
    <message>
        <source>Of those who left it in this period</source>
        <translation>De quienes salieron de ella en este período</translation>
    </message>
    <message>
        <source>No lead came in this period.</source>
        <translation>No llegó ningún prospecto en este período.</translation>
    </message>
    <message>
        <source>Nothing was logged in this period.</source>
        <translation>No se registró nada en este período.</translation>
    </message>
    <message>
        <source>Lead to funded</source>
        <translation>De prospecto a financiado</translation>
    </message>
    <message>
        <source>Conversion by stage</source>
        <translation>Conversión por etapa</translation>
    </message>
    <message>
        <source>Nothing was logged in the last seven days.</source>
        <translation>No se registró nada en los últimos siete días.</translation>
    </message>
    <message>
        <source>Every open lead has been heard of within a week.</source>
        <translation>De todos los prospectos abiertos hubo noticias en la última semana.</translation>
    </message>
    <message>
        <source>Silent for a week</source>
        <translation>En silencio desde hace una semana</translation>
    </message>
    <message>
        <source>No lead has been too long without a sign.</source>
        <translation>Ningún prospecto lleva demasiado tiempo sin señales.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportPrint</name>
    <message>
        <source>The file could not be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportSpan</name>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Año pasado</translation>
    </message>
    <message>
        <source>Own period…</source>
        <translation>Período propio…</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportText</name>
    <message>
        <source>MMM d, yyyy</source>
        <comment>date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>date format without the year</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>−$%1M</source>
        <comment>millions of dollars</comment>
        <translation>−$%1 M</translation>
    </message>
    <message>
        <source>$%1M</source>
        <comment>millions of dollars</comment>
        <translation>$%1 M</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Somebody who left</source>
        <translation>Alguien que ya no está</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>Activity by type</source>
        <translation>Actividad por tipo</translation>
    </message>
    <message>
        <source>Silent leads</source>
        <translation>Prospectos en silencio</translation>
    </message>
    <message>
        <source>Activity by person</source>
        <translation>Actividad por persona</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Pipeline on a day</source>
        <translation>El pipeline de un día</translation>
    </message>
    <message>
        <source>Too long in their stage</source>
        <translation>Demasiado tiempo en su etapa</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Embudo</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Conversion by source</source>
        <translation>Conversión por origen</translation>
    </message>
    <message>
        <source>Sources and partners</source>
        <translation>Orígenes y socios</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Cifras clave</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Cotizaciones</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Ponderado</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Excede</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entraron</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>Avanzaron</translation>
    </message>
    <message>
        <source>Moved back</source>
        <translation>Retrocedieron</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Salieron</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Siguen ahí</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>90%</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>Of prev.</source>
        <translation>De la anterior</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>Del total</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Funded</source>
        <translation>Financiados</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Pull-through</source>
        <translation>Tasa de cierre</translation>
    </message>
    <message>
        <source>Median speed to lead</source>
        <translation>Mediana del primer contacto</translation>
    </message>
    <message>
        <source>Application to close</source>
        <translation>De solicitud a cierre</translation>
    </message>
    <message>
        <source>Leads created</source>
        <translation>Prospectos creados</translation>
    </message>
    <message>
        <source>Leads imported</source>
        <translation>Prospectos importados</translation>
    </message>
    <message>
        <source>Stage moves</source>
        <translation>Cambios de etapa</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Asignaciones</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>Reasignaciones</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Calls by phone system</source>
        <translation>Llamadas por la centralita</translation>
    </message>
    <message>
        <source>E-mails sent</source>
        <translation>Correos enviados</translation>
    </message>
    <message>
        <source>E-mails received</source>
        <translation>Correos recibidos</translation>
    </message>
    <message>
        <source>E-mails opened</source>
        <translation>Correos abiertos</translation>
    </message>
    <message>
        <source>Links clicked</source>
        <translation>Enlaces pulsados</translation>
    </message>
    <message>
        <source>E-mail replies</source>
        <translation>Respuestas por correo</translation>
    </message>
    <message>
        <source>E-mails bounced</source>
        <translation>Correos devueltos</translation>
    </message>
    <message>
        <source>Text messages sent</source>
        <translation>Mensajes de texto enviados</translation>
    </message>
    <message>
        <source>Text messages received</source>
        <translation>Mensajes de texto recibidos</translation>
    </message>
    <message>
        <source>LinkedIn messages</source>
        <translation>Mensajes de LinkedIn</translation>
    </message>
    <message>
        <source>Letters sent</source>
        <translation>Cartas enviadas</translation>
    </message>
    <message>
        <source>Meetings scheduled</source>
        <translation>Reuniones programadas</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Follow-ups planned</source>
        <translation>Seguimientos planeados</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tareas hechas</translation>
    </message>
    <message>
        <source>Documents added</source>
        <translation>Documentos añadidos</translation>
    </message>
    <message>
        <source>Applications taken</source>
        <translation>Solicitudes tomadas</translation>
    </message>
    <message>
        <source>Consents granted</source>
        <translation>Consentimientos otorgados</translation>
    </message>
    <message>
        <source>Consents revoked</source>
        <translation>Consentimientos revocados</translation>
    </message>
    <message>
        <source>Do-not-call listings</source>
        <translation>Inscripciones de no llamar</translation>
    </message>
    <message>
        <source>Fields changed</source>
        <translation>Campos cambiados</translation>
    </message>
    <message>
        <source>Tags added</source>
        <translation>Etiquetas añadidas</translation>
    </message>
    <message>
        <source>Tags removed</source>
        <translation>Etiquetas quitadas</translation>
    </message>
    <message>
        <source>People linked</source>
        <translation>Personas vinculadas</translation>
    </message>
    <message>
        <source>Leads merged</source>
        <translation>Prospectos combinados</translation>
    </message>
    <message>
        <source>Leads removed</source>
        <translation>Prospectos eliminados</translation>
    </message>
    <message>
        <source>Leads restored</source>
        <translation>Prospectos restaurados</translation>
    </message>
    <message>
        <source>Other entries</source>
        <translation>Otras entradas</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>MMM d, h:mm AP</source>
        <comment>format of date and time</comment>
        <translation>d MMM, H:mm</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the sum of all rows</comment>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportTiles</name>
    <message>
        <source>No application was taken</source>
        <translation>No se tomó ninguna solicitud</translation>
    </message>
    <message>
        <source>Nobody was contacted</source>
        <translation>No se contactó a nadie</translation>
    </message>
    <message>
        <source>No loan was funded</source>
        <translation>No se financió ningún préstamo</translation>
    </message>
    <message>
        <source>Pull-through</source>
        <translation>Tasa de cierre</translation>
    </message>
    <message>
        <source>Funded</source>
        <translation>Financiados</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Median speed to lead</source>
        <translation>Mediana del primer contacto</translation>
    </message>
    <message>
        <source>Application to close</source>
        <translation>De solicitud a cierre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln loan(s)</source>
        <translation>
            <numerusform>%Ln préstamo</numerusform>
            <numerusform>%Ln préstamos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more than before</source>
        <translation>
            <numerusform>%Ln más que antes</numerusform>
            <numerusform>%Ln más que antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer than before</source>
        <translation>
            <numerusform>%Ln menos que antes</numerusform>
            <numerusform>%Ln menos que antes</numerusform>
        </translation>
    </message>
    <message>
        <source>As many as before</source>
        <translation>Tantos como antes</translation>
    </message>
    <message>
        <source>%1 a loan</source>
        <translation>%1 por préstamo</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>No hay con qué comparar</translation>
    </message>
    <message>
        <source>%1 points above before</source>
        <translation>%1 puntos más que antes</translation>
    </message>
    <message>
        <source>%1 points below before</source>
        <translation>%1 puntos menos que antes</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Como antes</translation>
    </message>
    <message>
        <source>%1 faster than before</source>
        <translation>%1 más rápido que antes</translation>
    </message>
    <message>
        <source>%1 slower than before</source>
        <translation>%1 más lento que antes</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportView</name>
    <message>
        <source>Rows that need a look</source>
        <translation>Filas que conviene mirar</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>Prospectos nuevos</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiados</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Qué filas</translation>
    </message>
    <message>
        <source>Cells kept aside</source>
        <translation>Celdas apartadas</translation>
    </message>
    <message>
        <source>Rows with their reasons</source>
        <translation>Filas con sus motivos</translation>
    </message>
    <message>
        <source>would be made</source>
        <translation>se crearían</translation>
    </message>
    <message>
        <source>are here now</source>
        <translation>ya están aquí</translation>
    </message>
    <message>
        <source>would get something new</source>
        <translation>recibirían algo nuevo</translation>
    </message>
    <message>
        <source>got something new</source>
        <translation>recibieron algo nuevo</translation>
    </message>
    <message>
        <source>were here already, or stand twice</source>
        <translation>ya estaban aquí o aparecen dos veces</translation>
    </message>
    <message>
        <source>break a rule; nothing of them comes in</source>
        <translation>incumplen una regla; nada de ellas entra</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>%1 more skipped rows are counted and not listed.</source>
        <translation>%1 filas omitidas más se cuentan y no se muestran.</translation>
    </message>
    <message>
        <source>Every row comes in whole: there is nothing to look at.</source>
        <translation>Todas las filas entran completas: no hay nada que mirar.</translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation>Ninguna de este tipo.</translation>
    </message>
    <message>
        <source>Leads that stayed</source>
        <translation>Prospectos que se quedaron</translation>
    </message>
    <message>
        <source>Nothing of the import is left.</source>
        <translation>No queda nada de la importación.</translation>
    </message>
</context>
<context>
    <name>keyturn::Reports</name>
    <message>
        <source>There is no report “%1”. The reports are %2.</source>
        <translation>No hay ningún informe «%1». Los informes son %2.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>El período termina antes de empezar.</translation>
    </message>
</context>
<context>
    <name>keyturn::ReportsPage</name>
    <message>
        <source>Nothing to count yet</source>
        <translation>Todavía no hay nada que contar</translation>
    </message>
    <message>
        <source>Funnel, sources, time in each stage and who did what appear here as soon as there are leads. Add the first one, or import your list.</source>
        <translation>El embudo, los orígenes, el tiempo en cada etapa y quién hizo qué aparecen aquí en cuanto haya prospectos. Añada el primero o importe su lista.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 está guardado</translation>
    </message>
    <message>
        <source>Every figure opens the leads behind it</source>
        <translation>Cada cifra abre los prospectos que hay detrás</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Save these reports as PDF</source>
        <translation>Guardar estos informes como PDF</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Contar de nuevo</translation>
    </message>
    <message>
        <source>There are no leads behind this figure any more.</source>
        <translation>Ya no hay prospectos detrás de esta cifra.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, and by whom</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>keyturn::Rescue</name>
    <message>
        <source>Nothing of a Keyturn book is left in this file.</source>
        <translation>En este archivo no queda nada de un libro de Keyturn.</translation>
    </message>
    <message>
        <source>“%1” may not be read.</source>
        <translation>«%1» no se puede leer.</translation>
    </message>
    <message>
        <source>Saved book</source>
        <translation>Libro salvado</translation>
    </message>
    <message>
        <source>Lost stage %1</source>
        <translation>Etapa perdida %1</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>colleague %1</source>
        <translation>colega %1</translation>
    </message>
    <message>
        <source>Saved pipeline</source>
        <translation>Proceso salvado</translation>
    </message>
    <message>
        <source>Lost lead %1</source>
        <translation>Prospecto perdido %1</translation>
    </message>
    <message>
        <source>Lost contact %1</source>
        <translation>Contacto perdido %1</translation>
    </message>
    <message>
        <source>Lost tag %1</source>
        <translation>Etiqueta perdida %1</translation>
    </message>
    <message>
        <source>Saved: %1 leads, %2 entries of the log, %3 notes, %4 tasks, %5 contacts and %6 documents.</source>
        <translation>Salvado: %1 prospectos, %2 entradas del registro, %3 notas, %4 tareas, %5 contactos y %6 documentos.</translation>
    </message>
    <message>
        <source>Nothing is known to be lost.</source>
        <translation>No se sabe de nada perdido.</translation>
    </message>
    <message>
        <source>%1 of %2 pages of the file could not be read.</source>
        <translation>No se pudieron leer %1 de %2 páginas del archivo.</translation>
    </message>
    <message>
        <source>%1 rows were unreadable.</source>
        <translation>%1 filas eran ilegibles.</translation>
    </message>
    <message>
        <source>Of %1 leads only the history was left; they are called “Lost lead”.</source>
        <translation>De %1 prospectos solo quedaba el historial; se llaman «Prospecto perdido».</translation>
    </message>
    <message>
        <source>%1 entries of the log are lost.</source>
        <translation>Se perdieron %1 entradas del registro.</translation>
    </message>
    <message>
        <source>The damaged file was left as it is.</source>
        <translation>El archivo dañado quedó como está.</translation>
    </message>
    <message>
        <source>There is no file at “%1”.</source>
        <translation>No hay ningún archivo en «%1».</translation>
    </message>
    <message>
        <source>There is a file at “%1” already. Choose another name; the file was left alone.</source>
        <translation>Ya hay un archivo en «%1». Elija otro nombre; el archivo no se tocó.</translation>
    </message>
    <message>
        <source>The damaged file is kept as it is beside it, as “%1”.</source>
        <translation>El archivo dañado se conserva tal cual a su lado, como «%1».</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
</context>
<context>
    <name>keyturn::Restore</name>
    <message>
        <source>“%1” may not be read. Nothing was changed.</source>
        <translation>«%1» no se puede leer. No se cambió nada.</translation>
    </message>
    <message>
        <source>There is no room beside the book to restore it; the disk may be full. Nothing was changed.</source>
        <translation>No hay sitio junto al libro para restaurarlo; quizá el disco esté lleno. No se cambió nada.</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end. Nothing was changed.</source>
        <translation>No se pudo leer «%1» hasta el final. No se cambió nada.</translation>
    </message>
    <message>
        <source>“%1” is damaged, so nothing was replaced. “keyturn rescue” may save what is in it.</source>
        <translation>«%1» está dañado, así que no se reemplazó nada. «keyturn rescue» puede salvar lo que contiene.</translation>
    </message>
    <message>
        <source>“%1” is not a Keyturn book. Nothing was changed.</source>
        <translation>«%1» no es un libro de Keyturn. No se cambió nada.</translation>
    </message>
    <message>
        <source>There is no file at “%1”.</source>
        <translation>No hay ningún archivo en «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be restored from itself.</source>
        <translation>«%1» no se puede restaurar desde sí mismo.</translation>
    </message>
</context>
<context>
    <name>keyturn::RunPane</name>
    <message>
        <source>%1 % done</source>
        <translation>%1 % listo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep what is in</source>
        <translation>Conservar lo que entró</translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation>Deshacerlo todo</translation>
    </message>
    <message>
        <source>Looking at what would happen</source>
        <translation>Viendo lo que pasaría</translation>
    </message>
    <message>
        <source>Every row is read and compared with the leads that are here. Nothing is changed.</source>
        <translation>Cada fila se lee y se compara con los prospectos que ya están. Nada cambia.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importando %1</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. What is in is safe, even if the computer stops.</source>
        <translation>Mientras tanto puede seguir trabajando. Lo que entró está a salvo, aunque la computadora se detenga.</translation>
    </message>
    <message>
        <source>Taking back %1</source>
        <translation>Deshaciendo %1</translation>
    </message>
    <message>
        <source>Leads that somebody has worked on since stay and are named at the end.</source>
        <translation>Los prospectos en los que alguien ha trabajado desde entonces se quedan y se nombran al final.</translation>
    </message>
    <message>
        <source>The import has stopped</source>
        <translation>La importación se detuvo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) came in before. Keep them, or take all of it back?</source>
        <translation>
            <numerusform>%Ln prospecto entró antes. ¿Conservarlo o deshacerlo todo?</numerusform>
            <numerusform>%Ln prospectos entraron antes. ¿Conservarlos o deshacerlo todo?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 leads looked at</source>
        <translation>%1 prospectos revisados</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 skipped, %5 failed</source>
        <translation>%1 filas: %2 nuevos, %3 cambiados, %4 omitidas, %5 fallidas</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 filas por segundo</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>falta cerca de %Ln segundo</numerusform>
            <numerusform>faltan cerca de %Ln segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>falta cerca de %Ln minuto</numerusform>
            <numerusform>faltan cerca de %Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>The import is waiting for the server</source>
        <translation>La importación espera al servidor</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the server answers again. What is in is safe.</source>
        <translation>Continúa sola en cuanto el servidor vuelva a responder. Lo que entró está a salvo.</translation>
    </message>
</context>
<context>
    <name>keyturn::SampleBook</name>
    <message>
        <source>Cancelled. No book was made.</source>
        <translation>Cancelado. No se creó ningún libro.</translation>
    </message>
</context>
<context>
    <name>keyturn::Search</name>
    <message>
        <source>“%1:” is no filter, so it is looked for as text. Filters are stage:, owner:, tag:, source:, is:, amount&gt; and since:.</source>
        <translation>“%1:” no es un filtro, así que se busca como texto. Los filtros son stage:, owner:, tag:, source:, is:, amount&gt; y since: (o etapa:, responsable:, etiqueta:, origen:, es:, importe&gt; y desde:).</translation>
    </message>
    <message>
        <source>No stage is called “%1”.</source>
        <translation>Ninguna etapa se llama “%1”.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Aquí nadie se llama “%1”.</translation>
    </message>
    <message>
        <source>There is no tag “%1”.</source>
        <translation>No hay ninguna etiqueta “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no amount; write it like 300k, 1.2m or 350000.</source>
        <translation>“%1” no es un importe; escríbalo como 300k, 1.2m o 350000.</translation>
    </message>
    <message>
        <source>“%1” is no time; write it like 7d, 2w, 3m or 2026-01-31.</source>
        <translation>“%1” no es un momento; escríbalo como 7d, 2s, 3m o 2026-01-31.</translation>
    </message>
    <message>
        <source>“is:%1” is not known; there are is:open, is:won, is:lost, is:on_ice, is:disqualified, is:mine and is:unassigned.</source>
        <translation>“is:%1” no se conoce; existen is:open, is:won, is:lost, is:on_ice, is:disqualified, is:mine e is:unassigned.</translation>
    </message>
</context>
<context>
    <name>keyturn::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>keyturn::SearchModel</name>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>keyturn::SearchPage</name>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Search the whole book</source>
        <translation>Busque en todo el libro</translation>
    </message>
    <message>
        <source>Names, addresses and telephone numbers, notes, calls, tasks and documents. All words must occur; “two words” in quotes stand together, -word leaves out. Narrow with stage:, owner:, tag:, source:, is:open, amount&gt;300k or since:7d.</source>
        <translation>Nombres, direcciones y teléfonos, notas, llamadas, tareas y documentos. Deben aparecer todas las palabras; “dos palabras” entre comillas van juntas, -palabra excluye. Acote con etapa:, responsable:, etiqueta:, origen:, es:abierto, importe&gt;300k o desde:7d.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Try fewer words or only their beginnings. A part of a name or number is enough.</source>
        <translation>Pruebe con menos palabras o solo con su comienzo. Basta una parte de un nombre o de un número.</translation>
    </message>
    <message>
        <source>What is searched</source>
        <translation>Qué se busca</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>The search is still being set up (%1%): older entries may be missing until then.</source>
        <translation>La búsqueda aún se está preparando (%1%): hasta entonces pueden faltar entradas antiguas.</translation>
    </message>
    <message>
        <source>%1: the first %2 of more</source>
        <comment>a kind, and how many of it are listed</comment>
        <translation>%1: los primeros %2 de más</translation>
    </message>
    <message>
        <source>%1. Another word narrows the search.</source>
        <translation>%1. Otra palabra acota la búsqueda.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message numerus="yes">
        <source>first %Ln</source>
        <translation>
            <numerusform>primer %Ln</numerusform>
            <numerusform>primeros %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not belong to a lead.</source>
        <translation>%1 no pertenece a ningún prospecto.</translation>
    </message>
</context>
<context>
    <name>keyturn::SectionCard</name>
    <message>
        <source>Collapsed</source>
        <translation>Plegado</translation>
    </message>
</context>
<context>
    <name>keyturn::Server</name>
    <message>
        <source>The server&apos;s answer makes no sense. Nothing was changed here.</source>
        <translation>La respuesta del servidor no tiene sentido. Aquí no se cambió nada.</translation>
    </message>
    <message>
        <source>This login belongs to nobody on the server, or is not active any more. Ask your administrator.</source>
        <translation>Este acceso no pertenece a nadie en el servidor o ya no está activo. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>This database is no Keyturn workspace yet. Its administrator sets it up with “keyturn server init”.</source>
        <translation>Esta base de datos todavía no es un espacio de trabajo de Keyturn. Su administrador la prepara con «keyturn server init».</translation>
    </message>
</context>
<context>
    <name>keyturn::ServerAddress</name>
    <message>
        <source>The address of a server begins with postgresql://, like postgresql://you@db.example.com/team.</source>
        <translation>La dirección de un servidor empieza con postgresql://, como postgresql://usted@db.example.com/equipo.</translation>
    </message>
    <message>
        <source>The address of the server cannot be read.</source>
        <translation>No se puede leer la dirección del servidor.</translation>
    </message>
    <message>
        <source>Leave the password out of the address: others could read it there. It comes from the keychain, PGPASSWORD or ~/.pgpass, or you are asked.</source>
        <translation>No ponga la contraseña en la dirección: otros podrían leerla. Se toma del llavero, de PGPASSWORD o de ~/.pgpass, o se le pregunta.</translation>
    </message>
    <message>
        <source>The address names no server. It reads like postgresql://you@db.example.com/team.</source>
        <translation>La dirección no nombra ningún servidor. Se escribe como postgresql://usted@db.example.com/equipo.</translation>
    </message>
    <message>
        <source>The address names no database. It reads like postgresql://you@db.example.com/team.</source>
        <translation>La dirección no nombra ninguna base de datos. Se escribe como postgresql://usted@db.example.com/equipo.</translation>
    </message>
    <message>
        <source>The address names no login. It reads like postgresql://you@db.example.com/team.</source>
        <translation>La dirección no nombra ningún acceso. Se escribe como postgresql://usted@db.example.com/equipo.</translation>
    </message>
    <message>
        <source>The port of the server must be between 1 and 65535.</source>
        <translation>El puerto del servidor debe estar entre 1 y 65535.</translation>
    </message>
    <message>
        <source>Keyturn always checks the certificate of a server on the network; the address cannot ask for less.</source>
        <translation>Keyturn siempre comprueba el certificado de un servidor en la red; la dirección no puede pedir menos.</translation>
    </message>
    <message>
        <source>The address asks for “%1”, which Keyturn does not know.</source>
        <translation>La dirección pide «%1», que Keyturn no conoce.</translation>
    </message>
</context>
<context>
    <name>keyturn::ServerAdmin</name>
    <message>
        <source>This database is a Keyturn workspace already. Use “keyturn server upgrade” to bring it up to date.</source>
        <translation>Esta base de datos ya es un espacio de trabajo de Keyturn. Use «keyturn server upgrade» para actualizarla.</translation>
    </message>
    <message>
        <source>This database is no Keyturn workspace yet. Set it up with “keyturn server init”.</source>
        <translation>Esta base de datos todavía no es un espacio de trabajo de Keyturn. Prepárela con «keyturn server init».</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» no es una dirección de correo.</translation>
    </message>
    <message>
        <source>“%1” is not the id of an organization.</source>
        <translation>«%1» no es el identificador de una organización.</translation>
    </message>
    <message>
        <source>There is no role “%1”. The roles are %2.</source>
        <translation>No existe la función «%1». Las funciones son %2.</translation>
    </message>
    <message>
        <source>Nobody on the server has the address “%1”.</source>
        <translation>Nadie en el servidor tiene la dirección «%1».</translation>
    </message>
    <message>
        <source>Several organizations have somebody with the address “%1”. Say which one you mean.</source>
        <translation>Varias organizaciones tienen a alguien con la dirección «%1». Diga cuál.</translation>
    </message>
    <message>
        <source>The server has schema version %1, this program %2. Bring it up to date with “keyturn server upgrade” first.</source>
        <translation>El servidor tiene la versión %1 del esquema y este programa la %2. Actualícelo antes con «keyturn server upgrade».</translation>
    </message>
</context>
<context>
    <name>keyturn::ServerView</name>
    <message>
        <source>The totals of every stage are right.</source>
        <translation>Los totales de cada etapa son correctos.</translation>
    </message>
    <message>
        <source>The totals of %1 places are wrong.</source>
        <translation>Los totales de %1 lugares son incorrectos.</translation>
    </message>
    <message>
        <source>Every entry of the log that you see is as it was written: %1.</source>
        <translation>Cada entrada del registro que usted ve está como se escribió: %1.</translation>
    </message>
    <message>
        <source>These entries were changed after they were written: %1</source>
        <translation>Estas entradas se cambiaron después de escribirse: %1</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>El servidor responde.</translation>
    </message>
</context>
<context>
    <name>keyturn::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>You and company</source>
        <translation>Perfil y empresa</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Libro</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Every change saves itself</source>
        <translation>Cada cambio se guarda solo</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>About Keyturn</source>
        <translation>Acerca de Keyturn</translation>
    </message>
    <message>
        <source>The desktop CRM for mortgage loan officers. Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>El CRM de escritorio para oficiales de préstamos hipotecarios. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Se ofrece sin garantía alguna.</translation>
    </message>
    <message>
        <source>Built with Qt %1 (GNU Lesser General Public License 3), SQLite (public domain), tl::expected (CC0) and the Lucide icons (ISC licence).</source>
        <translation>Hecho con Qt %1 (Licencia Pública General Reducida de GNU 3), SQLite (dominio público), tl::expected (CC0) y los iconos Lucide (licencia ISC).</translation>
    </message>
    <message>
        <source>Figures that Keyturn computes are estimates, not a commitment to lend.</source>
        <translation>Las cifras que calcula Keyturn son estimaciones, no un compromiso de préstamo.</translation>
    </message>
</context>
<context>
    <name>keyturn::ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>keyturn::SoloWorkspace</name>
    <message>
        <source>This is the book itself. Choose another name for the export.</source>
        <translation>Este es el propio libro. Elija otro nombre para la exportación.</translation>
    </message>
</context>
<context>
    <name>keyturn::StageHeader</name>
    <message>
        <source>Column menu</source>
        <translation>Menú de la columna</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Menú de %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1: %Ln prospecto, %2 en total, %3 ponderado</numerusform>
            <numerusform>%1: %Ln prospectos, %2 en total, %3 ponderado</numerusform>
        </translation>
    </message>
    <message>
        <source>More leads than the limit of %1</source>
        <translation>Más prospectos que el límite de %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>wtd %1</source>
        <extracomment>Weighted by the stage&apos;s probability, as short as can be</extracomment>
        <translation>pond. %1</translation>
    </message>
</context>
<context>
    <name>keyturn::StagesSection</name>
    <message>
        <source>Pipeline stages</source>
        <translation>Etapas del pipeline</translation>
    </message>
    <message>
        <source>The keys that reports and scripts use stay the same</source>
        <translation>Las claves que usan los informes y scripts no cambian</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>At most, leads</source>
        <translation>Máx. prospectos</translation>
    </message>
    <message>
        <source>Rots after, days</source>
        <translation>Se enfría tras, días</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Color de %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Name of the stage %1</source>
        <translation>Nombre de la etapa %1</translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation>Límite de %1</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>prospectos</translation>
    </message>
    <message>
        <source>Days until a lead in %1 rots</source>
        <translation>Días hasta que un prospecto en %1 se enfría</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Celeste</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Púrpura</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Café</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Deep green</source>
        <translation>Verde oscuro</translation>
    </message>
</context>
<context>
    <name>keyturn::StartPage</name>
    <message>
        <source>Welcome to Keyturn</source>
        <translation>Bienvenidos a Keyturn</translation>
    </message>
    <message>
        <source>Your pipeline and your borrowers, on this computer. How would you like to start?</source>
        <translation>El pipeline y los prestatarios, en esta computadora. ¿Cómo empezar?</translation>
    </message>
    <message>
        <source>Your data stays on this computer. You can open another book at any time.</source>
        <translation>Los datos quedan en esta computadora. Se puede abrir otro libro en cualquier momento.</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Probar con datos de muestra</translation>
    </message>
    <message>
        <source>A made-up book of business to click through. It is a file of its own: throw it away when you are ready.</source>
        <translation>Una cartera ficticia para explorar. Es un archivo aparte: se puede borrar cuando ya no haga falta.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fictitious leads</source>
        <translation>
            <numerusform>%Ln prospecto ficticio</numerusform>
            <numerusform>%Ln prospectos ficticios</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks and rate locks</source>
        <translation>Tareas y bloqueos de tasa</translation>
    </message>
    <message>
        <source>Nothing is ever sent</source>
        <translation>Nunca se envía nada</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir la muestra</translation>
    </message>
    <message>
        <source>Start my own book</source>
        <translation>Empezar mi propio libro</translation>
    </message>
    <message>
        <source>An empty pipeline on this computer, with your name on it. Add your leads as you go.</source>
        <translation>Un pipeline vacío en esta computadora, a nombre propio. Los prospectos se agregan sobre la marcha.</translation>
    </message>
    <message>
        <source>Works without a network</source>
        <translation>Funciona sin conexión</translation>
    </message>
    <message>
        <source>One file on this computer</source>
        <translation>Un archivo en esta computadora</translation>
    </message>
    <message>
        <source>Everything can be undone</source>
        <translation>Todo se puede deshacer</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Empezar vacío</translation>
    </message>
    <message>
        <source>Join my team&apos;s server</source>
        <translation>Unirme al servidor del equipo</translation>
    </message>
    <message>
        <source>Share leads with your team on a server of your own. You need its address and your password.</source>
        <translation>Compartir prospectos con el equipo en un servidor propio. Hacen falta su dirección y una contraseña.</translation>
    </message>
    <message>
        <source>You see what your role allows</source>
        <translation>Se ve lo que permite cada función</translation>
    </message>
    <message>
        <source>Enter the address</source>
        <translation>Escribir la dirección</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Open a book or a backup</source>
        <translation>Abrir un libro o un respaldo</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nombre propio</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>Correo propio</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.com.</source>
        <translation>Una dirección de correo es como nombre@example.com.</translation>
    </message>
    <message>
        <source>Whose book is it? Your own name will do.</source>
        <translation>¿De quién es el libro? Basta el nombre propio.</translation>
    </message>
    <message>
        <source>Your timeline entries are signed with it.</source>
        <translation>Firma las entradas del historial.</translation>
    </message>
    <message>
        <source>Making the sample, %1 %</source>
        <translation>Creando la muestra, %1 %</translation>
    </message>
    <message>
        <source>Changes are seen at once</source>
        <translation>Cambios visibles al momento</translation>
    </message>
    <message>
        <source>Clashes are told, never lost</source>
        <translation>Los choques siempre se avisan</translation>
    </message>
</context>
<context>
    <name>keyturn::StatusBar</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>keyturn::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>keyturn::Storage</name>
    <message>
        <source>The backup was stopped. No file was left behind.</source>
        <translation>El respaldo se detuvo. No quedó ningún archivo.</translation>
    </message>
    <message>
        <source>Only a book on this computer can be backed up this way.</source>
        <translation>Así solo se puede respaldar un libro de esta computadora.</translation>
    </message>
    <message>
        <source>There is already a file at %1. Choose another name.</source>
        <translation>Ya hay un archivo en %1. Hace falta otro nombre.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>La carpeta %1 no existe.</translation>
    </message>
    <message>
        <source>The backup cannot be written to %1. Choose a folder where you may write.</source>
        <translation>No se puede escribir el respaldo en %1. Hace falta una carpeta con permiso de escritura.</translation>
    </message>
    <message>
        <source>The backup cannot be given the name %1.</source>
        <translation>No se puede dar al respaldo el nombre %1.</translation>
    </message>
    <message>
        <source>The log cannot be changed. Nothing was saved.</source>
        <translation>El registro no se puede cambiar. No se guardó nada.</translation>
    </message>
    <message>
        <source>This was changed elsewhere in the meantime. Nothing was saved. Look at it again before you repeat your change.</source>
        <translation>Esto cambió en otro lugar mientras tanto. No se guardó nada. Conviene revisarlo antes de repetir el cambio.</translation>
    </message>
    <message>
        <source>The disk is full, so the change was not saved. Free some space and try again.</source>
        <translation>El disco está lleno y el cambio no se guardó. Hay que liberar espacio e intentar de nuevo.</translation>
    </message>
    <message>
        <source>The book is read-only here, so the change was not saved.</source>
        <translation>Aquí el libro es de solo lectura; el cambio no se guardó.</translation>
    </message>
    <message>
        <source>The disk did not answer, so the change was not saved. Check the drive that the book is on.</source>
        <translation>El disco no respondió y el cambio no se guardó. Hay que revisar la unidad donde está el libro.</translation>
    </message>
    <message>
        <source>The book cannot be opened. Check that its folder is there and that you may write to it.</source>
        <translation>No se puede abrir el libro. Hay que revisar que su carpeta exista y permita escritura.</translation>
    </message>
    <message>
        <source>You do not have permission to use this book.</source>
        <translation>No hay permiso para usar este libro.</translation>
    </message>
    <message>
        <source>The book is damaged. Nothing was changed. Restore a backup, or ask for help before you go on.</source>
        <translation>El libro está dañado. No se cambió nada. Conviene restaurar un respaldo o pedir ayuda antes de seguir.</translation>
    </message>
    <message>
        <source>This file is not a Keyturn book.</source>
        <translation>Este archivo no es un libro de Keyturn.</translation>
    </message>
    <message>
        <source>Another program is using the book. Nothing was changed. Try again in a moment.</source>
        <translation>Otro programa está usando el libro. No se cambió nada. Intentar de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The book is locked by another program. Nothing was changed.</source>
        <translation>Otro programa tiene bloqueado el libro. No se cambió nada.</translation>
    </message>
    <message>
        <source>There is already one like this in the book. Nothing was saved.</source>
        <translation>Ya hay uno igual en el libro. No se guardó nada.</translation>
    </message>
    <message>
        <source>The book does not accept these values. Nothing was saved.</source>
        <translation>El libro no acepta estos valores. No se guardó nada.</translation>
    </message>
    <message>
        <source>This is too large to be stored. Nothing was saved.</source>
        <translation>Esto es demasiado grande para guardarse. No se guardó nada.</translation>
    </message>
    <message>
        <source>This was stopped before it was done. Nothing was changed.</source>
        <translation>Esto se detuvo antes de terminar. No se cambió nada.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Nothing was changed.</source>
        <translation>No hay memoria suficiente para esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>The book could not carry this out. Nothing was changed.</source>
        <translation>El libro no pudo hacer esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>The server did not accept this login.</source>
        <translation>El servidor no aceptó este inicio de sesión.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Nothing was changed.</source>
        <translation>No se puede llegar al servidor. No se cambió nada.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Nothing was changed.</source>
        <translation>No hay permiso para hacer esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>Somebody else changed this at the same time. Nothing was saved.</source>
        <translation>Alguien más cambió esto al mismo tiempo. No se guardó nada.</translation>
    </message>
    <message>
        <source>The book does not understand these values. Nothing was saved.</source>
        <translation>El libro no entiende estos valores. No se guardó nada.</translation>
    </message>
    <message>
        <source>The server is out of space or memory. Nothing was changed.</source>
        <translation>El servidor no tiene espacio o memoria. No se cambió nada.</translation>
    </message>
    <message>
        <source>Somebody else is holding this. Nothing was changed. Try again in a moment.</source>
        <translation>Alguien más lo está usando. No se cambió nada. Intentar de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server&apos;s data is damaged. Nothing was changed.</source>
        <translation>Los datos del servidor están dañados. No se cambió nada.</translation>
    </message>
    <message>
        <source>The server could not carry this out. Nothing was changed.</source>
        <translation>El servidor no pudo hacer esto. No se cambió nada.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another program. It is not a Keyturn book.</source>
        <translation>El archivo %1 es de otro programa. No es un libro de Keyturn.</translation>
    </message>
    <message>
        <source>The book %1 was written by a newer version of Keyturn. Nothing was changed. Update Keyturn to open it.</source>
        <translation>El libro %1 se escribió con una versión más nueva de Keyturn. No se cambió nada. Para abrirlo hay que actualizar Keyturn.</translation>
    </message>
    <message>
        <source>The book %1 was not set up by this version of Keyturn as it should be. Nothing was changed.</source>
        <translation>Esta versión de Keyturn no preparó el libro %1 como debía. No se cambió nada.</translation>
    </message>
    <message>
        <source>This installation cannot speak to a PostgreSQL server: Qt&apos;s driver for it is missing.</source>
        <translation>Esta instalación no puede comunicarse con un servidor PostgreSQL: falta el controlador de Qt.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose a place where you may write.</source>
        <translation>No se puede crear la carpeta %1. Hace falta un lugar con permiso de escritura.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a book.</source>
        <translation>%1 es una carpeta, no un libro.</translation>
    </message>
    <message>
        <source>The book %1 is on a network drive, where it could be damaged. Keep it on a disk of this computer.</source>
        <translation>El libro %1 está en una unidad de red, donde podría dañarse. Debe estar en un disco de esta computadora.</translation>
    </message>
    <message>
        <source>There is no book at %1.</source>
        <translation>No hay ningún libro en %1.</translation>
    </message>
    <message>
        <source>The book %1 cannot be made. Choose a folder where you may write.</source>
        <translation>No se puede crear el libro %1. Hace falta una carpeta con permiso de escritura.</translation>
    </message>
    <message>
        <source>The file %1 is empty. It is not a Keyturn book.</source>
        <translation>El archivo %1 está vacío. No es un libro de Keyturn.</translation>
    </message>
    <message>
        <source>The book %1 is read-only. Allow writing to it, or open a copy.</source>
        <translation>El libro %1 es de solo lectura. Hay que permitir la escritura o abrir una copia.</translation>
    </message>
    <message>
        <source>The folder of the book %1 is read-only. Allow writing to it, or open a copy elsewhere.</source>
        <translation>La carpeta del libro %1 es de solo lectura. Hay que permitir la escritura o abrir una copia en otro lugar.</translation>
    </message>
    <message>
        <source>This system&apos;s SQLite is too old. Version 3.38 or later is needed.</source>
        <translation>El SQLite de este sistema es muy antiguo. Hace falta la versión 3.38 o posterior.</translation>
    </message>
    <message>
        <source>The book has no place for this. Nothing was saved.</source>
        <translation>El libro no tiene lugar para esto. No se guardó nada.</translation>
    </message>
    <message>
        <source>The text contains a character that cannot be stored. Nothing was saved.</source>
        <translation>El texto contiene un carácter que no se puede guardar. No se guardó nada.</translation>
    </message>
    <message>
        <source>The book is in the middle of another change. Try again in a moment.</source>
        <translation>El libro está en medio de otro cambio. Intentar de nuevo en un momento.</translation>
    </message>
    <message>
        <source>This change is finished already.</source>
        <translation>Este cambio ya terminó.</translation>
    </message>
    <message>
        <source>The file is sound.</source>
        <translation>El archivo está sano.</translation>
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation>El archivo está dañado: %1</translation>
    </message>
    <message>
        <source>Every reference leads somewhere.</source>
        <translation>Todas las referencias llevan a algún lugar.</translation>
    </message>
    <message>
        <source>Some references lead nowhere: %1</source>
        <translation>Algunas referencias no llevan a ningún lugar: %1</translation>
    </message>
    <message>
        <source>All tables and their guards are in place.</source>
        <translation>Todas las tablas y sus protecciones están en su lugar.</translation>
    </message>
    <message>
        <source>The book&apos;s tables or guards were changed: %1</source>
        <translation>Las tablas o protecciones del libro se cambiaron: %1</translation>
    </message>
    <message>
        <source>The totals are exact.</source>
        <translation>Los totales son exactos.</translation>
    </message>
    <message>
        <source>%1 totals differ from a recount.</source>
        <translation>%1 totales difieren de un recuento.</translation>
    </message>
    <message>
        <source>The counters of all leads are exact.</source>
        <translation>Los contadores de todos los prospectos son exactos.</translation>
    </message>
    <message>
        <source>The counters of %1 leads differ from a recount.</source>
        <translation>Los contadores de %1 prospectos difieren de un recuento.</translation>
    </message>
    <message>
        <source>Entry %1 of device %2 is missing.</source>
        <translation>Falta la entrada %1 del dispositivo %2.</translation>
    </message>
    <message>
        <source>Entry %1 of device %2 (activity %3) does not follow the one before it.</source>
        <translation>La entrada %1 del dispositivo %2 (actividad %3) no sigue a la anterior.</translation>
    </message>
    <message>
        <source>Entry %1 of device %2 (activity %3) was changed after it was written.</source>
        <translation>La entrada %1 del dispositivo %2 (actividad %3) se cambió después de escribirse.</translation>
    </message>
    <message>
        <source>The newest entries of device %1 are missing, from entry %2 on.</source>
        <translation>Faltan las entradas más recientes del dispositivo %1, desde la entrada %2.</translation>
    </message>
    <message>
        <source>The newest entry of device %1 is not the one that was written last.</source>
        <translation>La entrada más reciente del dispositivo %1 no es la última que se escribió.</translation>
    </message>
    <message>
        <source>Every entry of the log is as it was written: %1.</source>
        <translation>Cada entrada del registro está como se escribió: %1.</translation>
    </message>
    <message>
        <source>Operation %1 of organization %2 is missing.</source>
        <translation>Falta la operación %1 de la organización %2.</translation>
    </message>
    <message>
        <source>Revision %1 of organization %2 is missing.</source>
        <translation>Falta la revisión %1 de la organización %2.</translation>
    </message>
    <message>
        <source>The newest operations of organization %1 are missing, from %2 on.</source>
        <translation>Faltan las últimas operaciones de la organización %1, desde la %2.</translation>
    </message>
    <message>
        <source>Operation %1 of organization %2 was changed after it was taken.</source>
        <translation>La operación %1 de la organización %2 se modificó después de aceptarse.</translation>
    </message>
    <message>
        <source>The ledger is as it was written: %1 operations.</source>
        <translation>El libro de operaciones está tal como se escribió: %1 operaciones.</translation>
    </message>
    <message>
        <source>Operation %1 moved or assigned a lead, and the log lacks its entry.</source>
        <translation>La operación %1 movió o asignó un prospecto y en el registro falta su entrada.</translation>
    </message>
    <message>
        <source>Every move and assignment has its entry in the log.</source>
        <translation>Cada movimiento y cada asignación tiene su entrada en el registro.</translation>
    </message>
    <message>
        <source>Row %1 of %2 is missing.</source>
        <translation>Falta la fila %1 de %2.</translation>
    </message>
    <message>
        <source>Row %1 of %2 differs from the ledger in %3.</source>
        <translation>La fila %1 de %2 difiere del libro de operaciones en %3.</translation>
    </message>
    <message>
        <source>Document %1 was changed.</source>
        <translation>El documento %1 se modificó.</translation>
    </message>
    <message>
        <source>All rows are what the ledger says.</source>
        <translation>Todas las filas son como dice el libro de operaciones.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another name than %1. Keyturn does not talk to it, and nothing was sent. Check the address, or ask whoever runs the server.</source>
        <translation>El certificado del servidor pertenece a otro nombre que %1. Keyturn no habla con él y no se envió nada. Revise la dirección o pregunte a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by anybody you trust. Keyturn does not talk to it, and nothing was sent. If your company has a certificate authority of its own, choose its file.</source>
        <translation>El certificado de %1 no está firmado por nadie de su confianza. Keyturn no habla con él y no se envió nada. Si su empresa tiene su propia autoridad de certificación, elija su archivo.</translation>
    </message>
    <message>
        <source>The server %1 does not encrypt. Keyturn does not talk to it, and nothing was sent. Ask whoever runs it to turn TLS on.</source>
        <translation>El servidor %1 no cifra. Keyturn no habla con él y no se envió nada. Pida a quien lo administra que active TLS.</translation>
    </message>
    <message>
        <source>The server %1 did not prove that the encrypted line ends at itself. Nothing was sent.</source>
        <translation>El servidor %1 no demostró que la línea cifrada termina en él. No se envió nada.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 broke off.</source>
        <translation>La conexión cifrada con %1 se cortó.</translation>
    </message>
    <message>
        <source>The server asks for your password.</source>
        <translation>El servidor pide su contraseña.</translation>
    </message>
    <message>
        <source>The server did not accept this login and password.</source>
        <translation>El servidor no aceptó este acceso y contraseña.</translation>
    </message>
    <message>
        <source>The server has no room for another connection. Try again in a moment.</source>
        <translation>El servidor no tiene lugar para otra conexión. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server is starting or stopping. Try again in a moment.</source>
        <translation>El servidor está arrancando o deteniéndose. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server has no database of this name.</source>
        <translation>El servidor no tiene ninguna base de datos con ese nombre.</translation>
    </message>
    <message>
        <source>The server did not let you in.</source>
        <translation>El servidor no le dejó entrar.</translation>
    </message>
    <message>
        <source>There is no server of the name %1 to be found.</source>
        <translation>No se encuentra ningún servidor con el nombre %1.</translation>
    </message>
    <message>
        <source>The server %1 cannot be reached.</source>
        <translation>No se llega al servidor %1.</translation>
    </message>
    <message>
        <source>The file with the certificates to trust cannot be read: %1</source>
        <translation>No se puede leer el archivo con los certificados de confianza: %1</translation>
    </message>
    <message>
        <source>This installation cannot speak to a PostgreSQL server: Qt&apos;s driver for it is of another kind than Keyturn expects.</source>
        <translation>Esta instalación no puede hablar con un servidor PostgreSQL: el controlador de Qt es de otra clase que la que Keyturn espera.</translation>
    </message>
    <message>
        <source>Only a server takes many statements at once.</source>
        <translation>Solo un servidor acepta muchas instrucciones a la vez.</translation>
    </message>
    <message>
        <source>There is nothing to listen to.</source>
        <translation>No hay nada que escuchar.</translation>
    </message>
    <message>
        <source>Every row is found by its words.</source>
        <translation>Cada fila se encuentra por sus palabras.</translation>
    </message>
    <message>
        <source>%1 rows are missing from the search, or found by words that they do not have. The rows themselves are unharmed; “keyturn verify --repair-search” mends it.</source>
        <translation>%1 filas faltan en la búsqueda, o se encuentran por palabras que no tienen. Las filas mismas están intactas; “keyturn verify --repair-search” lo repara.</translation>
    </message>
    <message>
        <source>The search is still being set up (%1%); what is in it is right.</source>
        <translation>La búsqueda aún se está preparando (%1%); lo que ya contiene es correcto.</translation>
    </message>
    <message>
        <source>The log of device %1 is not what it was when this book was rescued on %2.</source>
        <translation>El registro del dispositivo %1 no es el que era cuando se rescató este libro el %2.</translation>
    </message>
    <message numerus="yes">
        <source>Known since the rescue of %1: %n gap(s) in the log of before.</source>
        <translation>
            <numerusform>Conocido desde el rescate del %1: %n laguna en el registro anterior.</numerusform>
            <numerusform>Conocido desde el rescate del %1: %n lagunas en el registro anterior.</numerusform>
        </translation>
    </message>
    <message>
        <source>The other entries are as they were written: %1.</source>
        <translation>Las demás entradas están como se escribieron: %1.</translation>
    </message>
    <message>
        <source>The check was broken off.</source>
        <translation>La comprobación se interrumpió.</translation>
    </message>
</context>
<context>
    <name>keyturn::TabBar</name>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 de %3</translation>
    </message>
</context>
<context>
    <name>keyturn::TableFile</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>No se puede abrir %1.</translation>
    </message>
    <message>
        <source>This is a PDF. Export the list as CSV or as an Excel workbook (xlsx).</source>
        <translation>Esto es un PDF. Exporte la lista como CSV o como libro de Excel (xlsx).</translation>
    </message>
    <message>
        <source>This is an old Excel file (xls). Open it and save it as xlsx or CSV.</source>
        <translation>Es un archivo antiguo de Excel (xls). Ábralo y guárdelo como xlsx o CSV.</translation>
    </message>
    <message>
        <source>This is an archive, not a table. Unpack it first.</source>
        <translation>Esto es un archivo comprimido, no una tabla. Descomprímalo primero.</translation>
    </message>
    <message>
        <source>This file is compressed. Unpack it first.</source>
        <translation>Este archivo está comprimido. Descomprímalo primero.</translation>
    </message>
    <message>
        <source>This is a database. Open it as a book instead.</source>
        <translation>Esto es una base de datos. Ábrala como libro.</translation>
    </message>
    <message>
        <source>This is a calendar, not a list of people.</source>
        <translation>Esto es un calendario, no una lista de personas.</translation>
    </message>
    <message>
        <source>%1 is no text. Export the list as CSV or as an Excel workbook (xlsx).</source>
        <translation>%1 no es texto. Exporte la lista como CSV o como libro de Excel (xlsx).</translation>
    </message>
    <message>
        <source>This machine cannot read %1. Save the file as UTF-8.</source>
        <translation>Este equipo no puede leer %1. Guarde el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 está vacío.</translation>
    </message>
</context>
<context>
    <name>keyturn::TagsSection</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Agregar una etiqueta</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <translation>Quitar la etiqueta %1</translation>
    </message>
</context>
<context>
    <name>keyturn::TargetMenu</name>
    <message>
        <source>Find a field</source>
        <translation>Buscar un campo</translation>
    </message>
    <message>
        <source>Where the column goes</source>
        <translation>Adónde va la columna</translation>
    </message>
    <message>
        <source>New field of your own…</source>
        <translation>Nuevo campo propio…</translation>
    </message>
</context>
<context>
    <name>keyturn::TaskModel</name>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
</context>
<context>
    <name>keyturn::TaskRow</name>
    <message>
        <source>More for this task</source>
        <translation>Más para esta tarea</translation>
    </message>
    <message>
        <source>Open %1 again</source>
        <translation>Abrir %1 de nuevo</translation>
    </message>
    <message>
        <source>Complete %1</source>
        <translation>Completar %1</translation>
    </message>
    <message>
        <source>Change the title of %1</source>
        <translation>Cambiar el título de %1</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Done %1</source>
        <translation>Hecha: %1</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>Title of the task</source>
        <translation>Título de la tarea</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Nivel de prioridad: %1</translation>
    </message>
    <message>
        <source>Delete the task</source>
        <translation>Eliminar la tarea</translation>
    </message>
</context>
<context>
    <name>keyturn::TasksTab</name>
    <message>
        <source>Open tasks</source>
        <translation>Tareas pendientes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechas</translation>
    </message>
    <message>
        <source>Nothing to do for this lead right now.</source>
        <translation>Nada que hacer por ahora con este prospecto.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nueva tarea</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Agregar una tarea</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>keyturn::TeamPage</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Autoridad de certificación</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s keychain</source>
        <translation>Guardar la contraseña en el llavero de este equipo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Open my team&apos;s server</source>
        <translation>Abrir el servidor de mi equipo</translation>
    </message>
    <message>
        <source>Whoever runs the server gave you an address and a password. Paste the address into the first box.</source>
        <translation>Quien administra el servidor le dio una dirección y una contraseña. Pegue la dirección en la primera casilla.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>those that this computer trusts</source>
        <translation>las que este equipo reconoce</translation>
    </message>
    <message>
        <source>Choose the certificate authority&apos;s file</source>
        <translation>Elegir el archivo de la autoridad de certificación</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the server&apos;s certificate must be right: signed by somebody you trust, and for this very name.</source>
        <translation>La conexión va cifrada y el certificado del servidor debe ser correcto: firmado por alguien de confianza y para este mismo nombre.</translation>
    </message>
    <message>
        <source>The server is on this computer; nothing leaves it.</source>
        <translation>El servidor está en este equipo; nada sale de él.</translation>
    </message>
    <message>
        <source>The certificate authority&apos;s file</source>
        <translation>El archivo de la autoridad de certificación</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer)</source>
        <translation>Certificados (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
</context>
<context>
    <name>keyturn::TimelineModel</name>
    <message>
        <source>highlight</source>
        <translation>destacada</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirada</translation>
    </message>
</context>
<context>
    <name>keyturn::TimelinePanel</name>
    <message>
        <source>Search the timeline</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Aún no ha pasado nada</translation>
    </message>
    <message>
        <source>Calls, messages, notes and moves appear here, newest first.</source>
        <translation>Aquí aparecen llamadas, mensajes, notas y cambios de etapa, lo más reciente primero.</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Qué entradas se muestran</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llam.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sist.</translation>
    </message>
    <message>
        <source>Highlights only</source>
        <translation>Solo destacadas</translation>
    </message>
    <message>
        <source>Search %1 entries</source>
        <translation>Buscar en %1</translation>
    </message>
    <message>
        <source>Reading the timeline…</source>
        <translation>Leyendo el historial…</translation>
    </message>
    <message>
        <source>No entry matches. Choose another filter or search for something else.</source>
        <translation>Ninguna entrada coincide. Probar con otro filtro u otra búsqueda.</translation>
    </message>
    <message>
        <source>Entry copied.</source>
        <translation>Entrada copiada.</translation>
    </message>
    <message>
        <source>Notes are edited where they stand, in the form.</source>
        <translation>Las notas se editan en su lugar, en el formulario.</translation>
    </message>
    <message>
        <source>This entry has been withdrawn already.</source>
        <translation>Esta entrada ya se retiró.</translation>
    </message>
    <message>
        <source>Filter and search the timeline</source>
        <translation>Filtrar y buscar en el historial</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>keyturn::TimelineText</name>
    <message>
        <source>The lead</source>
        <translation>El prospecto</translation>
    </message>
    <message>
        <source>Another system</source>
        <translation>Otro sistema</translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation>El asistente</translation>
    </message>
    <message>
        <source>Keyturn</source>
        <translation>Keyturn</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>took a call from %1</source>
        <translation>recibió una llamada de %1</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>llamó a %1</translation>
    </message>
    <message>
        <source>moved this lead to %1: %2</source>
        <translation>movió este prospecto a %1: %2</translation>
    </message>
    <message>
        <source>put this lead in %1</source>
        <translation>puso este prospecto en %1</translation>
    </message>
    <message>
        <source>moved this lead from %1 to %2</source>
        <translation>movió este prospecto de %1 a %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>an empty field</comment>
        <translation>nada</translation>
    </message>
    <message>
        <source>changed %1 from %2 to %3</source>
        <translation>cambió %1 de %2 a %3</translation>
    </message>
    <message>
        <source>changed this lead</source>
        <translation>cambió este prospecto</translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>fields</comment>
        <translation>cambió %1</translation>
    </message>
    <message>
        <source>took this lead off its owner</source>
        <translation>dejó este prospecto sin responsable</translation>
    </message>
    <message>
        <source>assigned this lead to %1</source>
        <translation>asignó este prospecto a %1</translation>
    </message>
    <message>
        <source>reassigned this lead from %1 to %2</source>
        <translation>reasignó este prospecto de %1 a %2</translation>
    </message>
    <message>
        <source>wrote a note</source>
        <translation>escribió una nota</translation>
    </message>
    <message>
        <source>wrote a note: %1</source>
        <comment>type of note</comment>
        <translation>escribió una nota: %1</translation>
    </message>
    <message>
        <source>recorded a milestone: %1</source>
        <translation>registró un hito: %1</translation>
    </message>
    <message>
        <source>met %1</source>
        <translation>se reunió con %1</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en persona</translation>
    </message>
    <message>
        <source>the lead</source>
        <translation>este prospecto</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>date and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>created this lead</source>
        <translation>creó este prospecto</translation>
    </message>
    <message>
        <source>created this lead, source: %1</source>
        <translation>creó este prospecto, origen: %1</translation>
    </message>
    <message>
        <source>imported this lead</source>
        <translation>importó este prospecto</translation>
    </message>
    <message>
        <source>wrote a private note</source>
        <translation>escribió una nota privada</translation>
    </message>
    <message>
        <source>sent a mail: %1</source>
        <translation>envió un correo: %1</translation>
    </message>
    <message>
        <source>sent a mail</source>
        <translation>envió un correo</translation>
    </message>
    <message>
        <source>wrote a mail: %1</source>
        <translation>escribió un correo: %1</translation>
    </message>
    <message>
        <source>wrote a mail</source>
        <translation>escribió un correo</translation>
    </message>
    <message>
        <source>opened a mail</source>
        <translation>abrió un correo</translation>
    </message>
    <message>
        <source>followed a link in a mail: %1</source>
        <translation>siguió un enlace de un correo: %1</translation>
    </message>
    <message>
        <source>followed a link in a mail</source>
        <translation>siguió un enlace de un correo</translation>
    </message>
    <message>
        <source>answered a mail</source>
        <translation>respondió un correo</translation>
    </message>
    <message>
        <source>could not be reached: a mail came back</source>
        <translation>no recibió un correo, que vino devuelto</translation>
    </message>
    <message>
        <source>sent a text message to %1</source>
        <translation>envió un mensaje de texto a %1</translation>
    </message>
    <message>
        <source>sent a text message</source>
        <translation>envió un mensaje de texto</translation>
    </message>
    <message>
        <source>sent a WhatsApp message to %1</source>
        <translation>envió un mensaje de WhatsApp a %1</translation>
    </message>
    <message>
        <source>sent a WhatsApp message</source>
        <translation>envió un mensaje de WhatsApp</translation>
    </message>
    <message>
        <source>received a LinkedIn message from %1</source>
        <translation>recibió un mensaje de LinkedIn de %1</translation>
    </message>
    <message>
        <source>sent a LinkedIn message to %1</source>
        <translation>envió un mensaje de LinkedIn a %1</translation>
    </message>
    <message>
        <source>sent a letter to %1</source>
        <translation>envió una carta a %1</translation>
    </message>
    <message>
        <source>scheduled a meeting</source>
        <translation>programó una reunión</translation>
    </message>
    <message>
        <source>scheduled a meeting for %1</source>
        <translation>programó una reunión para %1</translation>
    </message>
    <message>
        <source>moved a meeting to another time</source>
        <translation>cambió la hora de una reunión</translation>
    </message>
    <message>
        <source>cancelled a meeting</source>
        <translation>canceló una reunión</translation>
    </message>
    <message>
        <source>waited for %1, who did not come to a meeting</source>
        <translation>esperó a %1, que no llegó a una reunión</translation>
    </message>
    <message>
        <source>scheduled a follow-up</source>
        <translation>programó un seguimiento</translation>
    </message>
    <message>
        <source>scheduled a follow-up for %1</source>
        <translation>programó un seguimiento para %1</translation>
    </message>
    <message>
        <source>completed a task</source>
        <translation>completó una tarea</translation>
    </message>
    <message>
        <source>completed a task: %1</source>
        <translation>completó una tarea: %1</translation>
    </message>
    <message>
        <source>changed the score from %1 to %2</source>
        <translation>cambió el puntaje de %1 a %2</translation>
    </message>
    <message>
        <source>changed the temperature from %1 to %2</source>
        <translation>cambió la temperatura de %1 a %2</translation>
    </message>
    <message>
        <source>made a quote for %1</source>
        <translation>hizo una cotización por %1</translation>
    </message>
    <message>
        <source>made a quote</source>
        <translation>hizo una cotización</translation>
    </message>
    <message>
        <source>sent a pre-qualification letter</source>
        <translation>envió una carta de precalificación</translation>
    </message>
    <message>
        <source>sent a proposal</source>
        <translation>envió una propuesta</translation>
    </message>
    <message>
        <source>viewed a proposal</source>
        <translation>vio una propuesta</translation>
    </message>
    <message>
        <source>sent a contract</source>
        <translation>envió un contrato</translation>
    </message>
    <message>
        <source>signed a contract</source>
        <translation>firmó un contrato</translation>
    </message>
    <message>
        <source>added a document</source>
        <translation>agregó un documento</translation>
    </message>
    <message>
        <source>added a document: %1</source>
        <translation>agregó un documento: %1</translation>
    </message>
    <message>
        <source>took the application %1</source>
        <translation>tomó la solicitud %1</translation>
    </message>
    <message>
        <source>took the application</source>
        <translation>tomó la solicitud</translation>
    </message>
    <message>
        <source>recorded a rate lock</source>
        <translation>registró un bloqueo de tasa</translation>
    </message>
    <message>
        <source>opened a deal</source>
        <translation>abrió un negocio</translation>
    </message>
    <message>
        <source>closed a deal</source>
        <translation>cerró un negocio</translation>
    </message>
    <message>
        <source>sent a form: %1</source>
        <translation>envió un formulario: %1</translation>
    </message>
    <message>
        <source>sent a form</source>
        <translation>envió un formulario</translation>
    </message>
    <message>
        <source>visited the website: %1</source>
        <translation>visitó el sitio web: %1</translation>
    </message>
    <message>
        <source>visited the website</source>
        <translation>visitó el sitio web</translation>
    </message>
    <message>
        <source>recorded consent for %1</source>
        <translation>registró el consentimiento para %1</translation>
    </message>
    <message>
        <source>recorded consent</source>
        <translation>registró el consentimiento</translation>
    </message>
    <message>
        <source>recorded that consent was taken back for %1</source>
        <translation>registró la revocación del consentimiento para %1</translation>
    </message>
    <message>
        <source>recorded that consent was taken back</source>
        <translation>registró la revocación del consentimiento</translation>
    </message>
    <message>
        <source>put this lead on the do-not-contact list</source>
        <translation>puso este prospecto en la lista de no contactar</translation>
    </message>
    <message>
        <source>added this lead to a campaign</source>
        <translation>agregó este prospecto a una campaña</translation>
    </message>
    <message>
        <source>answered a campaign</source>
        <translation>respondió a una campaña</translation>
    </message>
    <message>
        <source>was won by a campaign</source>
        <translation>fue ganado por una campaña</translation>
    </message>
    <message>
        <source>changed the state of a campaign</source>
        <translation>cambió el estado de una campaña</translation>
    </message>
    <message>
        <source>started a workflow</source>
        <translation>inició un flujo de trabajo</translation>
    </message>
    <message>
        <source>finished a workflow</source>
        <translation>terminó un flujo de trabajo</translation>
    </message>
    <message>
        <source>could not finish a workflow</source>
        <translation>no pudo terminar un flujo de trabajo</translation>
    </message>
    <message>
        <source>suggested an action</source>
        <translation>sugirió una acción</translation>
    </message>
    <message>
        <source>approved an action</source>
        <translation>aprobó una acción</translation>
    </message>
    <message>
        <source>dismissed an action</source>
        <translation>descartó una acción</translation>
    </message>
    <message>
        <source>completed an action</source>
        <translation>completó una acción</translation>
    </message>
    <message>
        <source>added the tag %1</source>
        <translation>agregó la etiqueta %1</translation>
    </message>
    <message>
        <source>added a tag</source>
        <translation>agregó una etiqueta</translation>
    </message>
    <message>
        <source>removed the tag %1</source>
        <translation>quitó la etiqueta %1</translation>
    </message>
    <message>
        <source>removed a tag</source>
        <translation>quitó una etiqueta</translation>
    </message>
    <message>
        <source>linked the referral partner %1</source>
        <translation>vinculó al socio de referidos %1</translation>
    </message>
    <message>
        <source>linked a referral partner</source>
        <translation>vinculó a un socio de referidos</translation>
    </message>
    <message>
        <source>merged another lead into this one</source>
        <translation>fusionó otro prospecto con este</translation>
    </message>
    <message>
        <source>removed this lead</source>
        <translation>eliminó este prospecto</translation>
    </message>
    <message>
        <source>brought this lead back</source>
        <translation>recuperó este prospecto</translation>
    </message>
    <message>
        <source>took an earlier entry back</source>
        <translation>retiró una entrada anterior</translation>
    </message>
    <message>
        <source>corrected an earlier entry</source>
        <translation>corrigió una entrada anterior</translation>
    </message>
    <message>
        <source>updated this lead from another system</source>
        <translation>actualizó este prospecto desde otro sistema</translation>
    </message>
    <message>
        <source>exchanged data with another system</source>
        <translation>intercambió datos con otro sistema</translation>
    </message>
    <message>
        <source>could not reach another system</source>
        <translation>no pudo llegar a otro sistema</translation>
    </message>
    <message>
        <source>finished an import</source>
        <translation>terminó una importación</translation>
    </message>
    <message>
        <source>logged: %1</source>
        <translation>registró: %1</translation>
    </message>
    <message>
        <source>took the merge into %1 back</source>
        <translation>deshizo la combinación con %1</translation>
    </message>
    <message>
        <source>merged this lead into %1</source>
        <translation>combinó este prospecto con %1</translation>
    </message>
    <message>
        <source>took the merge with %1 back</source>
        <translation>deshizo la combinación con %1</translation>
    </message>
    <message>
        <source>merged this lead with %1</source>
        <translation>combinó este prospecto con %1</translation>
    </message>
</context>
<context>
    <name>keyturn::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Correct this entry</source>
        <translation>Corregir esta entrada</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>keyturn::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>keyturn::TodayAside</name>
    <message>
        <source>Schedule</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Your day so far</source>
        <translation>El día hasta ahora</translation>
    </message>
    <message numerus="yes">
        <source>Silent for %Ln day(s)</source>
        <translation>
            <numerusform>Sin actividad por %Ln día</numerusform>
            <numerusform>Sin actividad por %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing with a time today.</source>
        <translation>Hoy no hay nada con hora.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 hechas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snoozed</source>
        <translation>
            <numerusform>%Ln pospuesto</numerusform>
            <numerusform>%Ln pospuestos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>figure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Calls logged</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>%1, %2 reached</source>
        <translation>%1, %2 contestadas</translation>
    </message>
    <message>
        <source>Notes written</source>
        <translation>Notas escritas</translation>
    </message>
    <message>
        <source>Stage moves</source>
        <translation>Cambios de etapa</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tareas hechas</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Ver %1</translation>
    </message>
    <message>
        <source>Show all silent leads</source>
        <translation>Mostrar todos los prospectos sin actividad</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>keyturn::TodayModel</name>
    <message>
        <source>New leads</source>
        <translation>Nuevos prospectos</translation>
    </message>
    <message>
        <source>Rate locks and closings</source>
        <translation>Bloqueos de tasa y cierres</translation>
    </message>
    <message>
        <source>Overdue and due today</source>
        <translation>Vencidas y para hoy</translation>
    </message>
    <message numerus="yes">
        <source>Silent for %Ln day(s)</source>
        <translation>
            <numerusform>Sin actividad por %Ln día</numerusform>
            <numerusform>Sin actividad por %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>section and count</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln vencida</numerusform>
            <numerusform>%Ln vencidas</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a weekday</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a date</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>Came in %1</source>
        <translation>Llegó %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source and time ago</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Closes %1</source>
        <translation>Cierra %1</translation>
    </message>
    <message>
        <source>Lock ended %1</source>
        <translation>Bloqueo venció %1</translation>
    </message>
    <message>
        <source>Lock ends %1</source>
        <translation>Bloqueo vence %1</translation>
    </message>
    <message>
        <source>%1, closes %2</source>
        <translation>%1, cierre %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln day(s) late</source>
        <translation>
            <numerusform>%1, %Ln día tarde</numerusform>
            <numerusform>%1, %Ln días tarde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, was due at %2</source>
        <translation>%1, venció: %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>task and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1, hoy</translation>
    </message>
    <message>
        <source>Nothing logged yet</source>
        <translation>Aún sin registros</translation>
    </message>
    <message numerus="yes">
        <source>Nothing logged for %Ln day(s)</source>
        <translation>
            <numerusform>Sin registros por %Ln día</numerusform>
            <numerusform>Sin registros por %Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln day(s)</source>
        <comment>stage and time in it</comment>
        <translation>
            <numerusform>%1, %Ln día</numerusform>
            <numerusform>%1, %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>local time and state</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>opens %1</source>
        <comment>a time</comment>
        <translation>desde: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Call at %1</source>
        <translation>Llamar: %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Check the rate lock and the closing</source>
        <translation>Revisar el bloqueo de tasa y el cierre</translation>
    </message>
</context>
<context>
    <name>keyturn::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Nothing is waiting for you</source>
        <translation>No hay nada pendiente</translation>
    </message>
    <message>
        <source>New leads, tasks that are due, rate locks about to end and closings appear here.</source>
        <translation>Aquí aparecen prospectos nuevos, tareas por vencer, bloqueos de tasa a punto de vencer y cierres.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>moverse</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>act</source>
        <translation>actuar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>posponer</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Buenos días</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Buenas tardes</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Buenas noches</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>greeting and name</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 is back on your list tomorrow</source>
        <comment>name of a lead</comment>
        <translation>%1 vuelve a la lista mañana</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) left</source>
        <translation>
            <numerusform>Queda %Ln</numerusform>
            <numerusform>Quedan %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln vencida</numerusform>
            <numerusform>%Ln vencidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze the selected item</source>
        <translation>Posponer lo seleccionado</translation>
    </message>
    <message>
        <source>Back on the list tomorrow</source>
        <translation>Vuelve a la lista mañana</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Leer la lista de nuevo</translation>
    </message>
    <message>
        <source>Item %1 of %2 in Today</source>
        <translation>Elemento %1 de %2 en Hoy</translation>
    </message>
</context>
<context>
    <name>keyturn::TodayRowWidget</name>
    <message>
        <source>Snooze until tomorrow</source>
        <translation>Posponer hasta mañana</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action and lead</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>keyturn::TodaySection</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TopBar</name>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>Find a lead or run a command</source>
        <translation>Buscar un prospecto o ejecutar un comando</translation>
    </message>
</context>
<context>
    <name>keyturn::TridMeter</name>
    <message>
        <source>%1 of 6</source>
        <translation>%1 de 6</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>income</source>
        <translation>ingreso</translation>
    </message>
    <message>
        <source>property</source>
        <translation>propiedad</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>loan amount</source>
        <translation>monto del préstamo</translation>
    </message>
    <message>
        <source>SSN missing</source>
        <translation>falta el SSN</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>TRID application, %1. %2</source>
        <translation>Solicitud TRID, %1. %2</translation>
    </message>
    <message>
        <source>These six items make an application; with all of them a Loan Estimate is due within 3 business days.
The SSN is asked for in the application and never stored here.</source>
        <translation>Estos seis datos forman una solicitud; con todos ellos, la Estimación de préstamo debe entregarse en 3 días hábiles.
El SSN se pide en la solicitud y aquí nunca se guarda.</translation>
    </message>
    <message>
        <source>TRID application, %1</source>
        <translation>Solicitud TRID, %1</translation>
    </message>
    <message>
        <source>With the SSN, a Loan Estimate is due in 3 business days</source>
        <translation>Con el SSN, la Estimación de préstamo vence en 3 días hábiles</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Ingreso</translation>
    </message>
    <message>
        <source>SSN</source>
        <translation>SSN</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propiedad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Loan amount</source>
        <translation>Préstamo</translation>
    </message>
</context>
<context>
    <name>keyturn::ValueChoice</name>
    <message>
        <source>nothing here</source>
        <translation>nada aquí</translation>
    </message>
</context>
<context>
    <name>keyturn::ValueLists</name>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulario web</translation>
    </message>
    <message>
        <source>Realtor referral</source>
        <translation>Ref. de Realtor</translation>
    </message>
    <message>
        <source>Client referral</source>
        <translation>Ref. de cliente</translation>
    </message>
    <message>
        <source>Builder referral</source>
        <translation>Ref. de constructor</translation>
    </message>
    <message>
        <source>Other referral</source>
        <translation>Otro referido</translation>
    </message>
    <message>
        <source>Purchased lead</source>
        <translation>Comprado</translation>
    </message>
    <message>
        <source>Open house</source>
        <translation>Casa abierta</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Visita sin cita</translation>
    </message>
    <message>
        <source>Phone-in</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Redes sociales</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>E-mail campaign</source>
        <translation>Campaña de correo</translation>
    </message>
    <message>
        <source>Past client</source>
        <translation>Cliente anterior</translation>
    </message>
    <message>
        <source>Trigger lead</source>
        <translation>Trigger lead</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importación</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Caliente</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Tibio</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Frío</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Researching</source>
        <translation>Investigando</translation>
    </message>
    <message>
        <source>In over 6 months</source>
        <translation>En más de 6 meses</translation>
    </message>
    <message>
        <source>In 3 to 6 months</source>
        <translation>En 3 a 6 meses</translation>
    </message>
    <message>
        <source>In under 3 months</source>
        <translation>En menos de 3 meses</translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation>Listo ahora</translation>
    </message>
    <message>
        <source>Rate or fees</source>
        <translation>Tasa o cargos</translation>
    </message>
    <message>
        <source>Went to a competitor</source>
        <translation>Se fue con la competencia</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédito</translation>
    </message>
    <message>
        <source>Income or debt ratio</source>
        <translation>Ingreso o DTI</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Activos</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propiedad</translation>
    </message>
    <message>
        <source>Changed plans</source>
        <translation>Cambio de planes</translation>
    </message>
    <message>
        <source>Not buying</source>
        <translation>Ya no compra</translation>
    </message>
    <message>
        <source>Incomplete file</source>
        <translation>Expediente incompleto</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicado</translation>
    </message>
    <message>
        <source>Bad contact data</source>
        <translation>Datos de contacto erróneos</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Unipersonal</translation>
    </message>
    <message>
        <source>Small company</source>
        <translation>Empresa pequeña</translation>
    </message>
    <message>
        <source>Medium company</source>
        <translation>Empresa mediana</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Empresa grande</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>1 to 3 months</source>
        <translation>1 a 3 meses</translation>
    </message>
    <message>
        <source>3 to 6 months</source>
        <translation>3 a 6 meses</translation>
    </message>
    <message>
        <source>6 to 12 months</source>
        <translation>6 a 12 meses</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más adelante</translation>
    </message>
    <message>
        <source>Single family</source>
        <translation>Unifamiliar</translation>
    </message>
    <message>
        <source>Condo</source>
        <translation>Condominio</translation>
    </message>
    <message>
        <source>Townhouse</source>
        <translation>Casa adosada</translation>
    </message>
    <message>
        <source>Planned unit development</source>
        <translation>Desarrollo planificado (PUD)</translation>
    </message>
    <message>
        <source>2 to 4 units</source>
        <translation>2 a 4 unidades</translation>
    </message>
    <message>
        <source>Manufactured home</source>
        <translation>Casa prefabricada</translation>
    </message>
    <message>
        <source>Co-op</source>
        <translation>Cooperativa</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Terreno</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Refinance</source>
        <translation>Refinanciamiento</translation>
    </message>
    <message>
        <source>Cash-out refinance</source>
        <translation>Refinanciamiento cash-out</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>Construcción</translation>
    </message>
    <message>
        <source>Home equity</source>
        <translation>Valor neto de vivienda</translation>
    </message>
    <message>
        <source>Reverse mortgage</source>
        <translation>Hipoteca inversa</translation>
    </message>
    <message>
        <source>Conventional</source>
        <translation>Convencional</translation>
    </message>
    <message>
        <source>FHA</source>
        <translation>FHA</translation>
    </message>
    <message>
        <source>VA</source>
        <translation>VA</translation>
    </message>
    <message>
        <source>USDA</source>
        <translation>USDA</translation>
    </message>
    <message>
        <source>Jumbo</source>
        <translation>Jumbo</translation>
    </message>
    <message>
        <source>Non-QM</source>
        <translation>Non-QM</translation>
    </message>
    <message>
        <source>DSCR</source>
        <translation>DSCR</translation>
    </message>
    <message>
        <source>HELOC</source>
        <translation>HELOC</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Inversa</translation>
    </message>
    <message>
        <source>Second home</source>
        <translation>Segunda vivienda</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>Inversión</translation>
    </message>
    <message>
        <source>Under 580</source>
        <translation>Menos de 580</translation>
    </message>
    <message>
        <source>580–619</source>
        <translation>580–619</translation>
    </message>
    <message>
        <source>620–659</source>
        <translation>620–659</translation>
    </message>
    <message>
        <source>660–699</source>
        <translation>660–699</translation>
    </message>
    <message>
        <source>700–739</source>
        <translation>700–739</translation>
    </message>
    <message>
        <source>740–779</source>
        <translation>740–779</translation>
    </message>
    <message>
        <source>780+</source>
        <translation>780+</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Self-reported</source>
        <translation>Declarado</translation>
    </message>
    <message>
        <source>Soft pull</source>
        <translation>Consulta suave</translation>
    </message>
    <message>
        <source>Hard pull</source>
        <translation>Consulta dura</translation>
    </message>
    <message>
        <source>W-2</source>
        <translation>W-2</translation>
    </message>
    <message>
        <source>Self-employed</source>
        <translation>Independiente</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Jubilación</translation>
    </message>
    <message>
        <source>Rental</source>
        <translation>Rentas</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Mixto</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fija</translation>
    </message>
    <message>
        <source>Adjustable (ARM)</source>
        <translation>Ajustable (ARM)</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 años</translation>
    </message>
    <message>
        <source>15 years</source>
        <translation>15 años</translation>
    </message>
    <message>
        <source>20 years</source>
        <translation>20 años</translation>
    </message>
    <message>
        <source>25 years</source>
        <translation>25 años</translation>
    </message>
    <message>
        <source>30 years</source>
        <translation>30 años</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Realtor</source>
        <translation>Realtor</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Constructor</translation>
    </message>
    <message>
        <source>Title or escrow</source>
        <translation>Título o escrow</translation>
    </message>
    <message>
        <source>Attorney</source>
        <translation>Abogado</translation>
    </message>
    <message>
        <source>Insurance agent</source>
        <translation>Agente de seguros</translation>
    </message>
    <message>
        <source>Appraiser</source>
        <translation>Valuador</translation>
    </message>
    <message>
        <source>Accountant</source>
        <translation>Contador</translation>
    </message>
    <message>
        <source>Financial advisor</source>
        <translation>Asesor financiero</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>Prestamista</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Potencial</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>Prestatario</translation>
    </message>
    <message>
        <source>Co-borrower</source>
        <translation>Coprestatario</translation>
    </message>
    <message>
        <source>Co-signer</source>
        <translation>Cosignatario</translation>
    </message>
    <message>
        <source>Buyer&apos;s agent</source>
        <translation>Agente del comprador</translation>
    </message>
    <message>
        <source>Listing agent</source>
        <translation>Agente del vendedor</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>Quien decide</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>Quien influye</translation>
    </message>
    <message>
        <source>Technical contact</source>
        <translation>Contacto técnico</translation>
    </message>
    <message>
        <source>Financial contact</source>
        <translation>Contacto financiero</translation>
    </message>
    <message>
        <source>End user</source>
        <translation>Usuario final</translation>
    </message>
    <message>
        <source>Primary contact</source>
        <translation>Contacto principal</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Meeting note</source>
        <translation>Nota de reunión</translation>
    </message>
    <message>
        <source>Call note</source>
        <translation>Nota de llamada</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Investigación</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Recordatorio</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Contestó</translation>
    </message>
    <message>
        <source>Left voicemail</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestó</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Con interés</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Califica</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Sin interés</translation>
    </message>
    <message>
        <source>Wants a call back</source>
        <translation>Pide otra llamada</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Se dio de baja</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cotización</translation>
    </message>
    <message>
        <source>Pre-qualification letter</source>
        <translation>Carta de precalificación</translation>
    </message>
    <message>
        <source>Purchase contract</source>
        <translation>Contrato de compraventa</translation>
    </message>
    <message>
        <source>Pay stub</source>
        <translation>Talón de pago</translation>
    </message>
    <message>
        <source>Tax return</source>
        <translation>Declaración de impuestos</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Estado de cuenta</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identificación</translation>
    </message>
    <message>
        <source>Credit report</source>
        <translation>Reporte de crédito</translation>
    </message>
    <message>
        <source>Loan estimate</source>
        <translation>Estimación de préstamo</translation>
    </message>
    <message>
        <source>Closing disclosure</source>
        <translation>Declaración de cierre</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Avalúo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Consent evidence</source>
        <translation>Prueba de consentimiento</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Brochure</source>
        <translation>Folleto</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Loan officer</source>
        <translation>Oficial de préstamos</translation>
    </message>
    <message>
        <source>Loan assistant</source>
        <translation>Asistente de préstamos</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gerente</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>Administrador del sistema</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Sí o no</translation>
    </message>
    <message>
        <source>Primary home</source>
        <translation>Principal</translation>
    </message>
</context>
<context>
    <name>keyturn::VcardTable</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>No se puede abrir %1.</translation>
    </message>
    <message>
        <source>%1 is too large for an address book. Split it.</source>
        <translation>%1 es demasiado grande para una libreta de direcciones. Divídalo.</translation>
    </message>
    <message>
        <source>There is no address card in %1.</source>
        <translation>No hay ninguna tarjeta de contacto en %1.</translation>
    </message>
</context>
<context>
    <name>keyturn::ViewButton</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>View %1, changed</source>
        <translation>Vista %1, cambiada</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Vista %1</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>compartida</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Guardar como vista…</translation>
    </message>
    <message>
        <source>There are no views yet</source>
        <translation>Todavía no hay vistas</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Conservar los cambios</translation>
    </message>
    <message>
        <source>Back to how it was saved</source>
        <translation>Volver a como se guardó</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Keep for myself</source>
        <translation>Dejar solo para mí</translation>
    </message>
    <message>
        <source>Share with the team</source>
        <translation>Compartir con el equipo</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Quitar esta vista</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Guardar la vista</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
    <message>
        <source>For the whole team</source>
        <translation>Para todo el equipo</translation>
    </message>
    <message>
        <source>The view needs a name.</source>
        <translation>La vista necesita un nombre.</translation>
    </message>
</context>
<context>
    <name>keyturn::WhenField</name>
    <message>
        <source>When it happened</source>
        <translation>Cuándo pasó</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>15 minutes ago</source>
        <translation>Hace 15 minutos</translation>
    </message>
    <message>
        <source>An hour ago</source>
        <translation>Hace una hora</translation>
    </message>
    <message>
        <source>Earlier…</source>
        <translation>Antes…</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>MMM d, yyyy h:mm AP</source>
        <translation>d MMM yyyy h:mm AP</translation>
    </message>
</context>
<context>
    <name>keyturn::WholeFile</name>
    <message>
        <source>%1 is a folder. Choose a name for a file.</source>
        <translation>%1 es una carpeta. Elija un nombre de archivo.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>La carpeta %1 no existe.</translation>
    </message>
    <message>
        <source>%1 is read-only and stays as it is. Choose another name.</source>
        <translation>%1 es de solo lectura y queda como está. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Nothing can be written to %1. Choose a folder where you may write.</source>
        <translation>No se puede escribir en %1. Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>%1 could not be written to its end; the disk may be full. Nothing was left behind, and a file that was there is still there.</source>
        <translation>No se pudo escribir %1 hasta el final; quizá el disco esté lleno. No quedó nada, y el archivo que había sigue ahí.</translation>
    </message>
</context>
<context>
    <name>keyturn::Workbench</name>
    <message>
        <source>%1 then %2</source>
        <comment>two keys, one after the other</comment>
        <translation>%1 y luego %2</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>previous, next</source>
        <translation>anterior, siguiente</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rehecho: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Registrar una llamada</translation>
    </message>
    <message>
        <source>Move to the next stage</source>
        <translation>Mover a la etapa siguiente</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Abrir como página</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Copiar el teléfono</translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation>Copiar la dirección de correo</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo prospecto</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>Ir a la página</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>There is no further stage.</source>
        <translation>No hay más etapas.</translation>
    </message>
    <message>
        <source>Nothing to copy: it is not known.</source>
        <translation>Nada que copiar: no se conoce.</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Read-only until the server is back.</source>
        <translation>Solo lectura hasta que vuelva el servidor.</translation>
    </message>
    <message>
        <source>Your role is for looking only.</source>
        <translation>Su función solo permite consultar.</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>%1 does not belong to a lead.</source>
        <translation>%1 no pertenece a ningún prospecto.</translation>
    </message>
    <message>
        <source>This lead was merged into another one, which is shown here.</source>
        <translation>Este prospecto se combinó con otro, que se muestra aquí.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vista guardada</translation>
    </message>
    <message>
        <source>view filter</source>
        <translation>vista filtro</translation>
    </message>
    <message>
        <source>There are no views yet</source>
        <translation>Todavía no hay vistas</translation>
    </message>
</context>
<context>
    <name>keyturn::Worker</name>
    <message>
        <source>The book was closed before this was done.</source>
        <translation>El libro se cerró antes de terminar esto.</translation>
    </message>
</context>
<context>
    <name>keyturn::Workspace</name>
    <message>
        <source>Lists are imported into a book of your own so far, not into a team&apos;s server.</source>
        <translation>Por ahora las listas se importan en un libro propio, no en el servidor de un equipo.</translation>
    </message>
    <message>
        <source>There is no search index to work on here.</source>
        <translation>Aquí no hay ningún índice de búsqueda.</translation>
    </message>
    <message>
        <source>This works in a book of your own so far, not on a team&apos;s server.</source>
        <translation>Por ahora esto funciona en un libro propio, no en el servidor de un equipo.</translation>
    </message>
</context>
<context>
    <name>keyturn::XlsxReader</name>
    <message>
        <source>The workbook has no sheet “%1”.</source>
        <translation>El libro no tiene ninguna hoja «%1».</translation>
    </message>
    <message>
        <source>The workbook is damaged. Open it in a spreadsheet program and save it again.</source>
        <translation>El libro está dañado. Ábralo en un programa de hojas de cálculo y guárdelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>keyturn::cli::Words</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>The activity was not logged.</source>
        <translation>La actividad no se registró.</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Dar seguimiento</translation>
    </message>
    <message>
        <source>There is no task “%1”.</source>
        <translation>No existe la tarea “%1”.</translation>
    </message>
    <message>
        <source>“%1” is not a cursor.</source>
        <translation>“%1” no es un cursor.</translation>
    </message>
    <message>
        <source>More: --before %1</source>
        <translation>Más: --before %1</translation>
    </message>
    <message>
        <source>The task was not added.</source>
        <translation>La tarea no se agregó.</translation>
    </message>
    <message>
        <source>The running program holds the book and does not answer.</source>
        <translation>El programa en ejecución tiene el libro y no responde.</translation>
    </message>
    <message>
        <source>The running program&apos;s answer makes no sense.</source>
        <translation>La respuesta del programa en ejecución no tiene sentido.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>The running program ended before it answered. See in the book whether the command was carried out.</source>
        <translation>El programa en ejecución terminó antes de responder. Hay que ver en el libro si el comando se ejecutó.</translation>
    </message>
    <message>
        <source>A new book for %1: %2</source>
        <translation>Un libro nuevo para %1: %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rehecho: %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FALLÓ</translation>
    </message>
    <message>
        <source>%1 bytes in %2</source>
        <translation>%1 bytes en %2</translation>
    </message>
    <message>
        <source>keyturn: The answer could not be written.
</source>
        <translation>keyturn: No se pudo escribir la respuesta.
</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>No se puede leer la entrada estándar.</translation>
    </message>
    <message>
        <source>The text on standard input is longer than 1 MiB.</source>
        <translation>El texto de la entrada estándar pasa de 1 MiB.</translation>
    </message>
    <message>
        <source><byte value="xd"/>Making sample data… %1 %</source>
        <translation><byte value="xd"/>Creando datos de muestra… %1 %</translation>
    </message>
    <message>
        <source>There is no book yet. Make one with “keyturn new” or “keyturn demo”.</source>
        <translation>Aún no hay ningún libro. Se crea con “keyturn new” o “keyturn demo”.</translation>
    </message>
    <message>
        <source>There is no book at %1. Make one with “keyturn new” or “keyturn demo”.</source>
        <translation>No hay ningún libro en %1. Se crea con “keyturn new” o “keyturn demo”.</translation>
    </message>
    <message>
        <source>There is no user “%1” in this book.</source>
        <translation>No hay ningún usuario “%1” en este libro.</translation>
    </message>
    <message>
        <source>There is no stage “%1”. The stages are %2.</source>
        <translation>No existe la etapa “%1”. Las etapas son %2.</translation>
    </message>
    <message>
        <source>“%1” is not done on an open book.</source>
        <translation>“%1” no se hace con un libro abierto.</translation>
    </message>
    <message>
        <source>The running program has the book open as %1. Close it to act as %2.</source>
        <translation>El programa en ejecución tiene el libro abierto como %1. Hay que cerrarlo para actuar como %2.</translation>
    </message>
    <message>
        <source>Makes a new book.</source>
        <translation>Crea un libro nuevo.</translation>
    </message>
    <message>
        <source>the name of your business</source>
        <translation>el nombre del negocio</translation>
    </message>
    <message>
        <source>your own name</source>
        <translation>el nombre propio</translation>
    </message>
    <message>
        <source>your e-mail address</source>
        <translation>la dirección de correo propia</translation>
    </message>
    <message>
        <source>Makes a book with fictitious sample data, the same for the same seed.</source>
        <translation>Crea un libro con datos de muestra ficticios, iguales para la misma semilla.</translation>
    </message>
    <message>
        <source>how many leads (60 if not given)</source>
        <translation>cuántos prospectos (60 si no se indica)</translation>
    </message>
    <message>
        <source>where chance begins (1 if not given)</source>
        <translation>dónde empieza el azar (1 si no se indica)</translation>
    </message>
    <message>
        <source>Shows the pipeline: leads and amounts of each stage.</source>
        <translation>Muestra el pipeline: prospectos y montos de cada etapa.</translation>
    </message>
    <message>
        <source>only leads of this user</source>
        <translation>solo prospectos de este usuario</translation>
    </message>
    <message>
        <source>Lists leads.</source>
        <translation>Lista prospectos.</translation>
    </message>
    <message>
        <source>only leads in this stage</source>
        <translation>solo prospectos en esta etapa</translation>
    </message>
    <message>
        <source>order by this field; -FIELD turns it round (name if not given)</source>
        <translation>ordenar por este campo; -FIELD lo invierte (name si no se indica)</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>como máximo tantos</translation>
    </message>
    <message>
        <source>Adds a lead.</source>
        <translation>Agrega un prospecto.</translation>
    </message>
    <message>
        <source>Shows a lead.</source>
        <translation>Muestra un prospecto.</translation>
    </message>
    <message>
        <source>Changes fields of a lead.</source>
        <translation>Cambia campos de un prospecto.</translation>
    </message>
    <message>
        <source>Moves a lead to another stage.</source>
        <translation>Mueve un prospecto a otra etapa.</translation>
    </message>
    <message>
        <source>why it leaves the pipeline; exits ask for it</source>
        <translation>por qué sale del pipeline; las salidas lo piden</translation>
    </message>
    <message>
        <source>Gives a lead to a user.</source>
        <translation>Da un prospecto a un usuario.</translation>
    </message>
    <message>
        <source>Removes a lead; its history stays.</source>
        <translation>Elimina un prospecto; su historial queda.</translation>
    </message>
    <message>
        <source>Logs an activity by hand.</source>
        <translation>Registra una actividad a mano.</translation>
    </message>
    <message>
        <source>what was said; - reads it from standard input</source>
        <translation>lo que se dijo; - lo lee de la entrada estándar</translation>
    </message>
    <message>
        <source>how long it took</source>
        <translation>cuánto duró</translation>
    </message>
    <message>
        <source>how a call ended</source>
        <translation>cómo terminó una llamada</translation>
    </message>
    <message>
        <source>when: 2026-02-15T10:00, your time; for follow_up when it is due</source>
        <translation>cuándo: 2026-02-15T10:00, hora local; para follow_up, cuándo vence</translation>
    </message>
    <message>
        <source>Shows what happened with a lead, newest first.</source>
        <translation>Muestra lo que pasó con un prospecto, lo más reciente primero.</translation>
    </message>
    <message>
        <source>at most so many (50 if not given)</source>
        <translation>como máximo tantos (50 si no se indica)</translation>
    </message>
    <message>
        <source>go on where the last page ended</source>
        <translation>seguir donde terminó la última página</translation>
    </message>
    <message>
        <source>Adds a task to a lead.</source>
        <translation>Agrega una tarea a un prospecto.</translation>
    </message>
    <message>
        <source>what there is to do</source>
        <translation>lo que hay que hacer</translation>
    </message>
    <message>
        <source>when: 2026-02-15</source>
        <translation>cuándo: 2026-02-15</translation>
    </message>
    <message>
        <source>how urgent (medium if not given)</source>
        <translation>qué tan urgente (medium si no se indica)</translation>
    </message>
    <message>
        <source>Completes a task.</source>
        <translation>Completa una tarea.</translation>
    </message>
    <message>
        <source>Lists open tasks.</source>
        <translation>Lista las tareas pendientes.</translation>
    </message>
    <message>
        <source>only those due today, or late</source>
        <translation>solo las de hoy o vencidas</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>Deshace el último cambio.</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>Rehace lo que se deshizo.</translation>
    </message>
    <message>
        <source>Writes a safe copy of the book, also while it is in use.</source>
        <translation>Escribe una copia segura del libro, también mientras se usa.</translation>
    </message>
    <message>
        <source>where to; must not exist yet</source>
        <translation>a dónde; aún no debe existir</translation>
    </message>
    <message>
        <source>Keyturn, the desktop CRM for mortgage loan officers.

  keyturn [FILE]     opens the window
  keyturn COMMAND …  does one thing without a window

Commands:
</source>
        <translation>Keyturn, el CRM de escritorio para oficiales de préstamos hipotecarios.

  keyturn [FILE]     abre la ventana
  keyturn COMMAND …  hace una cosa sin ventana

Comandos:
</translation>
    </message>
    <message>
        <source>“%1” is not an id; ids have 36 characters.</source>
        <translation>“%1” no es un id; los id tienen 36 caracteres.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>No existe el comando “%1”.</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>No existe la opción “%1”.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>La opción --%1 no lleva valor.</translation>
    </message>
    <message>
        <source>There is no option “--%1” before a command.</source>
        <translation>No existe la opción “--%1” antes de un comando.</translation>
    </message>
    <message>
        <source>“%1” has no option “--%2”.</source>
        <translation>“%1” no tiene la opción “--%2”.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>La opción --%1 necesita un valor.</translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation>La opción --%1 aparece dos veces.</translation>
    </message>
    <message>
        <source>The option --%1 needs a whole number, not “%2”.</source>
        <translation>La opción --%1 necesita un número entero, no “%2”.</translation>
    </message>
    <message>
        <source>The option --%1 is one of %2, not “%3”.</source>
        <translation>La opción --%1 es una de %2, no “%3”.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Falta un comando.</translation>
    </message>
    <message>
        <source>“%1” needs a second word.</source>
        <translation>“%1” necesita una segunda palabra.</translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <translation>“%1” necesita %2.</translation>
    </message>
    <message>
        <source>“%1” does not take “%2”.</source>
        <translation>“%1” no acepta “%2”.</translation>
    </message>
    <message>
        <source>“%1” is not of the form FIELD=VALUE.</source>
        <translation>“%1” no tiene la forma FIELD=VALUE.</translation>
    </message>
    <message>
        <source>“%1” is not one of %2.</source>
        <translation>“%1” no está entre %2.</translation>
    </message>
    <message>
        <source>%1 must not be empty.</source>
        <translation>%1 no debe quedar vacío.</translation>
    </message>
    <message>
        <source>“%1” needs --%2 %3.</source>
        <translation>“%1” necesita --%2 %3.</translation>
    </message>
    <message>
        <source>“log … %1” has no option “--%2”.</source>
        <translation>“log … %1” no tiene la opción “--%2”.</translation>
    </message>
    <message>
        <source>“log … %1” needs --%2.</source>
        <translation>“log … %1” necesita --%2.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Uso: %1</translation>
    </message>
    <message>
        <source>“keyturn --help” lists the commands, “keyturn COMMAND --help” explains one.</source>
        <translation>“keyturn --help” lista los comandos; “keyturn COMMAND --help” explica uno.</translation>
    </message>
    <message>
        <source>“%1” cannot be set: the program keeps it by itself.</source>
        <translation>“%1” no se puede fijar: el programa lo lleva por su cuenta.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>The lead was not added.</source>
        <translation>El prospecto no se agregó.</translation>
    </message>
    <message>
        <source>Set stage, assigned_to and tags each in a command of its own, so that each can be undone.</source>
        <translation>stage, assigned_to y tags se fijan cada uno con su propio comando, para que cada cambio se pueda deshacer.</translation>
    </message>
    <message>
        <source>There is no folder to listen in.</source>
        <translation>No hay carpeta donde escuchar.</translation>
    </message>
    <message>
        <source>The command is too long for the running program.</source>
        <translation>El comando es demasiado largo para el programa en ejecución.</translation>
    </message>
    <message>
        <source>The book is open in Keyturn %1, and this is Keyturn %2. Close that one, or use the same version for both.</source>
        <translation>El libro está abierto en Keyturn %1, y este es Keyturn %2. Hay que cerrar aquel o usar la misma versión en ambos.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Ponderado</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Leads cannot be sorted by “%1”. Fields to sort by: %2.</source>
        <translation>Los prospectos no se pueden ordenar por “%1”. Campos para ordenar: %2.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>“%1” is not a date like 2026-02-15.</source>
        <translation>“%1” no es una fecha como 2026-02-15.</translation>
    </message>
    <message>
        <source>“%1” is not a time like 2026-02-15T10:00.</source>
        <translation>“%1” no es una hora como 2026-02-15T10:00.</translation>
    </message>
    <message>
        <source>the person&apos;s e-mail address</source>
        <translation>la dirección de correo de la persona</translation>
    </message>
    <message>
        <source>what the person may do</source>
        <translation>lo que la persona puede hacer</translation>
    </message>
    <message>
        <source>the organization, where several have somebody of that address</source>
        <translation>la organización, si varias tienen a alguien con esa dirección</translation>
    </message>
    <message>
        <source>like America/Denver (this computer&apos;s if not given)</source>
        <translation>como America/Denver (la de este equipo si no se indica)</translation>
    </message>
    <message>
        <source>Sets a PostgreSQL database up as a team&apos;s workspace.</source>
        <translation>Prepara una base de datos PostgreSQL como espacio de trabajo de un equipo.</translation>
    </message>
    <message>
        <source>Brings a team&apos;s server up to date.</source>
        <translation>Actualiza el servidor de un equipo.</translation>
    </message>
    <message>
        <source>Shows a server&apos;s version, organizations and logins.</source>
        <translation>Muestra la versión, las organizaciones y los accesos de un servidor.</translation>
    </message>
    <message>
        <source>Adds an organization with the default pipeline.</source>
        <translation>Agrega una organización con las etapas de costumbre.</translation>
    </message>
    <message>
        <source>its trading name</source>
        <translation>su nombre comercial</translation>
    </message>
    <message>
        <source>Adds a person and makes their login; shows the password once.</source>
        <translation>Agrega a una persona y crea su acceso; muestra la contraseña una vez.</translation>
    </message>
    <message>
        <source>the organization</source>
        <translation>la organización</translation>
    </message>
    <message>
        <source>first and last name</source>
        <translation>nombre y apellido</translation>
    </message>
    <message>
        <source>Changes what a person may do.</source>
        <translation>Cambia lo que una persona puede hacer.</translation>
    </message>
    <message>
        <source>Sends a person away: ends their sessions and shuts the login.</source>
        <translation>Retira a una persona: termina sus sesiones y cierra el acceso.</translation>
    </message>
    <message>
        <source>Lets a person in again who was sent away.</source>
        <translation>Deja entrar de nuevo a una persona retirada.</translation>
    </message>
    <message>
        <source>Makes a new password for a person; shows it once.</source>
        <translation>Crea una contraseña nueva para una persona; la muestra una vez.</translation>
    </message>
    <message>
        <source>Every command also takes:
  --workspace WHERE a book, or postgresql://login@host/database (the one last used if not given)
  --as USER         who acts, by e-mail address, in books with several users
  --json            one JSON document on standard output
  --help            explains the command

Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 not reachable, 130 cancelled.
</source>
        <translation>Todas las órdenes aceptan también:
  --workspace DÓNDE un libro, o postgresql://acceso@servidor/base (el último usado si no se indica)
  --as USUARIO      quién actúa, por su correo, en libros con varios usuarios
  --json            un documento JSON en la salida estándar
  --help            explica la orden

Estado de salida: 0 hecho, 1 rechazado o fallido, 2 mal uso, 3 inalcanzable, 130 cancelado.
</translation>
    </message>
    <message>
        <source>The server is up to date: schema version %1.</source>
        <translation>El servidor está al día: versión de esquema %1.</translation>
    </message>
    <message>
        <source>The server now has schema version %1, before %2.</source>
        <translation>El servidor tiene ahora la versión de esquema %1, antes %2.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Accesos</translation>
    </message>
    <message>
        <source>Schema version %1; this program brings %2.</source>
        <translation>Versión de esquema %1; este programa trae la %2.</translation>
    </message>
    <message>
        <source>%1 is ready; its id is %2.</source>
        <translation>%1 está lista; su identificador es %2.</translation>
    </message>
    <message>
        <source>Address:  %1
Password: %2
The password is shown this once; hand it over safely.
</source>
        <translation>Dirección:  %1
Contraseña: %2
La contraseña se muestra solo esta vez; entréguela con cuidado.
</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 es ahora %2.</translation>
    </message>
    <message>
        <source>%1 may log in again.</source>
        <translation>%1 puede entrar de nuevo.</translation>
    </message>
    <message>
        <source>%1 is out: sessions ended, login shut.</source>
        <translation>%1 está fuera: sesiones terminadas, acceso cerrado.</translation>
    </message>
    <message>
        <source>Imports leads from a list: CSV, TSV, an Excel workbook (xlsx) or address cards (vcf).</source>
        <translation>Importa prospectos de una lista: CSV, TSV, libro de Excel (xlsx) o tarjetas de contacto (vcf).</translation>
    </message>
    <message>
        <source>the program the list comes from (recognised if not given)</source>
        <translation>el programa del que procede la lista (se reconoce si no se indica)</translation>
    </message>
    <message>
        <source>which column goes where, as JSON; --dry-run --json shows the one it would use</source>
        <translation>qué columna va a dónde, en JSON; --dry-run --json muestra la que usaría</translation>
    </message>
    <message>
        <source>what to do with people who are here already (skip if not given)</source>
        <translation>qué hacer con las personas que ya están (omitir si no se indica)</translation>
    </message>
    <message>
        <source>only tells what would happen</source>
        <translation>solo dice lo que pasaría</translation>
    </message>
    <message>
        <source>Takes a whole import back.</source>
        <translation>Deshace una importación completa.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>con error</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>guardado aparte</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 skipped, %5 failed.</source>
        <translation>%1 filas: %2 nuevas, %3 cambiadas, %4 omitidas, %5 con error.</translation>
    </message>
    <message>
        <source>To take it back: keyturn import undo %1</source>
        <translation>Para deshacerla: keyturn import undo %1</translation>
    </message>
    <message>
        <source>“%1” is not one of the programs that are known: %2.</source>
        <translation>«%1» no es uno de los programas conocidos: %2.</translation>
    </message>
    <message>
        <source>%1 leads taken back, %2 left as they are.</source>
        <translation>%1 prospectos deshechos, %2 sin cambios.</translation>
    </message>
    <message>
        <source>Password of %1 on %2: </source>
        <translation>Contraseña de %1 en %2: </translation>
    </message>
    <message>
        <source>Give %1 or --workspace, not both.</source>
        <translation>Indique %1 o --workspace, no ambos.</translation>
    </message>
    <message>
        <source>Only an administrator of the server sees everything on it.</source>
        <translation>Solo un administrador del servidor ve todo lo que contiene.</translation>
    </message>
    <message>
        <source>only leads that fit: words, &quot;phrases&quot;, -not, stage:, owner:, tag:, amount&gt;300k, since:7d</source>
        <translation>solo los prospectos que encajan: palabras, &quot;frases&quot;, -excluir, stage:, owner:, tag:, amount&gt;300k, since:7d</translation>
    </message>
    <message>
        <source>Checks the book: file, references, totals, the log&apos;s chain and the search. Of a server everything, with an administrator&apos;s login.</source>
        <translation>Comprueba el libro: archivo, referencias, totales, la cadena del registro y la búsqueda. De un servidor, todo, con un acceso de administrador.</translation>
    </message>
    <message>
        <source>builds the search index anew first</source>
        <translation>antes rehace el índice de búsqueda</translation>
    </message>
    <message numerus="yes">
        <source>%n failed row(s) saved. Mended, that file can be imported.</source>
        <translation>
            <numerusform>%n fila fallida guardada. Corregido, ese archivo se puede importar.</numerusform>
            <numerusform>%n filas fallidas guardadas. Corregido, ese archivo se puede importar.</numerusform>
        </translation>
    </message>
    <message>
        <source>writes the rows that fail into a list of their own, the reason in its first column</source>
        <translation>escribe las filas que fallan en una lista propia, con el motivo en la primera columna</translation>
    </message>
    <message>
        <source>Lists leads that are likely the same person, with the reasons.</source>
        <translation>Lista los prospectos que probablemente son la misma persona, con los motivos.</translation>
    </message>
    <message>
        <source>at most so many pairs (100 if not given)</source>
        <translation>como máximo tantos pares (100 si no se indica)</translation>
    </message>
    <message>
        <source>Makes one lead of two: everything of OTHER follows to KEEP. Can be undone.</source>
        <translation>Hace de dos prospectos uno: todo lo de OTHER pasa a KEEP. Se puede deshacer.</translation>
    </message>
    <message>
        <source>fields that are taken from OTHER, by comma; what KEEP does not know is filled in anyway</source>
        <translation>campos que se toman de OTHER, separados por comas; lo que KEEP no tiene se completa de todos modos</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>mismo correo</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>mismo teléfono</translation>
    </message>
    <message>
        <source>same id at the source</source>
        <translation>mismo identificador en el origen</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>nombre parecido</translation>
    </message>
    <message>
        <source>similar name, same city</source>
        <translation>nombre parecido, misma ciudad</translation>
    </message>
    <message>
        <source>similar name, same company</source>
        <translation>nombre parecido, misma empresa</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>Likely the same</source>
        <translation>Probablemente el mismo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>No likely duplicates.</source>
        <translation>Sin duplicados probables.</translation>
    </message>
    <message>
        <source>The likeliest %1 of %2 pairs; --limit shows more.</source>
        <translation>Los %1 pares más probables de %2; --limit muestra más.</translation>
    </message>
    <message>
        <source>Shows a report of the book; a name that there is not lists those that there are.</source>
        <translation>Muestra un informe del libro; un nombre que no existe enumera los que hay.</translation>
    </message>
    <message>
        <source>from this day on: 2026-02-15 (each report has its usual period)</source>
        <translation>desde este día: 2026-02-15 (cada informe tiene su período habitual)</translation>
    </message>
    <message>
        <source>up to this day, with it (today if not given)</source>
        <translation>hasta este día incluido (hoy si no se indica)</translation>
    </message>
    <message>
        <source>only leads or activities of this user</source>
        <translation>solo prospectos o actividades de este usuario</translation>
    </message>
    <message>
        <source>at most so many rows</source>
        <translation>como máximo tantas filas</translation>
    </message>
    <message>
        <source>Working… %1 %</source>
        <translation>Trabajando… %1 %</translation>
    </message>
    <message>
        <source>Writes leads or activities as a list (a name in .vcf: leads as address cards), or the whole book as a zip archive.</source>
        <translation>Escribe prospectos o actividades como lista (con un nombre .vcf, los prospectos como tarjetas), o todo el libro como archivo zip.</translation>
    </message>
    <message>
        <source>where to; a file of that name is replaced</source>
        <translation>adónde; un archivo con ese nombre se reemplaza</translation>
    </message>
    <message>
        <source>Puts a backup, or the archive of a whole book, in the place of a book, after checking it.</source>
        <translation>Pone una copia, o el archivo de un libro entero, en el lugar de un libro, después de comprobarlo.</translation>
    </message>
    <message>
        <source>the book; one that is there is kept beside it</source>
        <translation>el libro; el que haya se conserva a su lado</translation>
    </message>
    <message>
        <source>Saves what a damaged book still holds into a new one. The damaged file stays as it is.</source>
        <translation>Salva en un libro nuevo lo que un libro dañado aún contiene. El archivo dañado queda como está.</translation>
    </message>
    <message>
        <source>the new book; must not exist yet</source>
        <translation>el libro nuevo; no debe existir aún</translation>
    </message>
    <message>
        <source>%1 rows in %2</source>
        <translation>%1 filas en %2</translation>
    </message>
    <message>
        <source>Private notes of other people were left out: %1.</source>
        <translation>Se dejaron fuera notas privadas de otras personas: %1.</translation>
    </message>
    <message>
        <source>%1 is the book of %2: %3 leads, %4 entries of the log, %5 documents.</source>
        <translation>%1 es el libro de %2: %3 prospectos, %4 entradas del registro, %5 documentos.</translation>
    </message>
    <message>
        <source>What was there before is %1 now.</source>
        <translation>Lo que había antes es ahora %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) skipped.</source>
        <translation>
            <numerusform>%n fila más omitida.</numerusform>
            <numerusform>%n filas más omitidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>which sheet of a workbook (the first if not given)</source>
        <translation>qué hoja del libro de cálculo (la primera si no se indica)</translation>
    </message>
    <message>
        <source>Checking every entry…</source>
        <translation>Comprobando cada entrada…</translation>
    </message>
</context>
</TS>
