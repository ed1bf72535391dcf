-- Typing help asks for a few names that begin so. The words of the documents know all of them, and of two letters that is
-- a great part of a large directory.
create index document_by_name on directory.document ((directory.plain(name)) collate "C") where freshness <> 'none';
