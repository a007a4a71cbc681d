"""Why a partnership ended as it did: the ledger, counterfactual runs, and which events change endings over many runs."""
