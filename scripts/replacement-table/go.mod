module tfwright/replacement-table

go 1.22
