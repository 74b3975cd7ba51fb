"""What Facebook's and Instagram's Graph have in common: errors, parameters, fields, tokens, paging."""
