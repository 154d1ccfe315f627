"""What makes a ledger verifiable: one spelling for every value, a hash chain, Merkle trees, daily seals."""

from luoshi.core.chain.digests import ALGORITHMS, GENESIS, SHA256, SM3, UnknownAlgorithm, digest
from luoshi.core.chain.encoding import Canonical, canonical
from luoshi.core.chain.faults import Fault
from luoshi.core.chain.links import Link, chains, first_fault, signed
from luoshi.core.chain.merkle import Tree, audit_path
from luoshi.core.chain.proofs import InclusionProof, proves
from luoshi.core.chain.seals import SealLink, first_seal_fault, signed_seal

__all__ = [
    "ALGORITHMS",
    "GENESIS",
    "SHA256",
    "SM3",
    "Canonical",
    "Fault",
    "InclusionProof",
    "Link",
    "SealLink",
    "Tree",
    "UnknownAlgorithm",
    "audit_path",
    "canonical",
    "chains",
    "digest",
    "first_fault",
    "first_seal_fault",
    "proves",
    "signed",
    "signed_seal",
]
