"""Why a partnership's life ended as it did: the ledger, what would have been but for one thing, and what turns endings at large."""
