-- Agents of whom nothing was heard for long are looked for, the oldest first.

CREATE INDEX agent_created ON agent (created);
