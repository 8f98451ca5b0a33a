"""How can services be tried without a database? On a store in memory that keeps every promise of `ports.py`."""

from lexheller.storage.memory.store import MemoryStore, MemoryUnitOfWork

__all__ = ["MemoryStore", "MemoryUnitOfWork"]
