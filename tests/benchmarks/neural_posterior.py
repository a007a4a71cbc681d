"""Neural posterior estimation (Radev and others 2020; BayesFlow 2 on Keras and JAX), trained on a table of runs.

A small network sums up what a run answered; a coupling flow turns the summary and a standard normal into parameters. Nothing of
BayesFlow is imported before a network is trained: `pip install -e '.[calibration]'` brings it.
"""

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.emulator import shares_of_cells
from samvirke.analysis.calibration.joint_likelihood import Observed
from samvirke.analysis.calibration.tallies import Tallies

Floats = NDArray[np.float64]
SUMMARY_LAYERS, SUMMARIES = (256, 128), 64
COUPLINGS, SUBNETWORK = 6, (128, 128)
DROPPED_OUT = 0.1
EPOCHS, PATIENCE, RUNS_OF_A_BATCH = 40, 6, 256
TESTED = 4000  # runs at the end of the training runs that say when to stop
LEAST_SPREAD = 1e-3
AT_ONCE = 50  # reports that are sampled together


@dataclass(frozen=True)
class Inputs:
    """How columns become inputs: shares of every cell, standardised; where nobody was asked the mean. Published relations are left out.

    A share does not say of how many, so a network takes each report for one with all its partnerships asked, as in the runs.
    """

    tallies: Tallies
    means: Floats
    spreads: Floats

    @classmethod
    def of(cls, tallies: Tallies, columns: Floats) -> "Inputs":
        """Scaled by these runs."""
        shares = shares_of_cells(columns, tallies)[:, : tallies.cells]
        return cls(tallies, np.nanmean(shares, axis=0), np.maximum(np.nanstd(shares, axis=0), LEAST_SPREAD))

    def __call__(self, columns: Floats) -> NDArray[np.float32]:
        """Runs x cells."""
        shares = shares_of_cells(columns, self.tallies)[:, : self.tallies.cells]
        return np.nan_to_num((shares - self.means) / self.spreads, nan=0.0).astype(np.float32)

    def of_report(self, observed: Observed) -> NDArray[np.float32]:
        """One row: a partnership whose attainment is not known counts in the cells that agree, as often as they are common."""
        common = np.where(observed.outcomes, self.means[len(observed.counts) :].reshape(observed.outcomes.shape), 0.0)
        outcomes = (common / common.sum(axis=1, keepdims=True)).ravel()
        return self(np.concatenate([observed.counts, outcomes, observed.relations])[None])


@dataclass(frozen=True)
class NeuralPosterior:
    """A trained network. `losses` are those of the tested runs, epoch by epoch."""

    workflow: Any
    losses: tuple[float, ...]

    def draws(self, inputs: NDArray[np.float32], number: int, seed: int) -> Floats:
        """So many draws for each report (reports x draws x parameters)."""
        found = self.workflow.sample(num_samples=number, conditions={"answers": inputs}, batch_size=AT_ONCE, seed=seed)
        return np.asarray(found["scores"], dtype=np.float64)

    def summaries(self, inputs: NDArray[np.float32]) -> Floats:
        """What the network sums up of each report (reports x summaries)."""
        return np.asarray(self.workflow.approximator.summarize({"answers": inputs}), dtype=np.float64)


def trained(scores: Floats, inputs: NDArray[np.float32], seed: int) -> NeuralPosterior:
    """Train on runs: `scores` are runs x parameters, `inputs` runs x cells."""
    os.environ.setdefault("KERAS_BACKEND", "jax")
    import bayesflow
    import keras

    keras.utils.set_random_seed(seed)
    flow = bayesflow.networks.CouplingFlow(depth=COUPLINGS, subnet_kwargs={"widths": SUBNETWORK, "dropout": DROPPED_OUT})
    workflow = bayesflow.BasicWorkflow(
        inference_network=flow, summary_network=_summary_network(), inference_variables=["scores"], summary_variables=["answers"]
    )
    runs = {"scores": scores.astype(np.float32), "answers": inputs}
    stop = keras.callbacks.EarlyStopping("val_loss", patience=PATIENCE, restore_best_weights=True)
    history = workflow.fit_offline(
        {name: each[:-TESTED] for name, each in runs.items()}, epochs=EPOCHS, batch_size=RUNS_OF_A_BATCH,
        validation_data={name: each[-TESTED:] for name, each in runs.items()}, callbacks=[stop], verbose=0,
    )  # fmt: skip
    return NeuralPosterior(workflow, tuple(float(each) for each in history.history["val_loss"]))


def _summary_network() -> Any:
    import bayesflow
    import keras

    class Summaries(bayesflow.networks.SummaryNetwork):
        def __init__(self) -> None:
            super().__init__()
            hidden = [[keras.layers.Dense(width, activation="silu"), keras.layers.Dropout(DROPPED_OUT)] for width in SUMMARY_LAYERS]
            self.layers_in_turn = [*(layer for pair in hidden for layer in pair), keras.layers.Dense(SUMMARIES)]

        def call(self, x: Any, training: bool = False) -> Any:
            for layer in self.layers_in_turn:
                x = layer(x, training=training) if isinstance(layer, keras.layers.Dropout) else layer(x)
            return x

    return Summaries()
