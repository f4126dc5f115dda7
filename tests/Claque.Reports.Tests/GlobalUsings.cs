global using Claque.Reports;
