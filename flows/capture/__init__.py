"""Fetching pages that manifests name. The only part of Wagebook that touches the network on its own account.

`addresses` decides to whom a connection may go and for how long, `fetch` gets one page, `robots` asks whether it may,
`shelf` keeps what came, and `run` does it for the pages of sources.
"""
