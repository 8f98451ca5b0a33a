"""Where does an administrator see to people, groups, partners and the federation's own texts? Here; cases stay shut."""
