namespace Claque.Web;

internal sealed record NetworkPage(
    RunBrief? Run, string Level, NetworkFilter Filter, IReadOnlyList<string> Behaviours, double[] WindowsS, int WeightsMax, string? First,
    string? Last, int NodesTotal, int EdgesTotal, NetworkNodes Nodes, NetworkEdges Edges, IReadOnlyList<NetworkGroup> Groups, string Sentence);

internal sealed record NetworkFilter(
    string Behaviour, double WindowS, int Min, string Tier, string From, string To, string Group, string Level);

internal sealed record NetworkNodes(
    int[] Id, IReadOnlyList<string> Label, IReadOnlyList<string> Href, double[] X, double[] Y, int[] Group, int[] Size, int[] Degree, int[] Tier);

internal sealed record NetworkEdges(int[] A, int[] B, int[] Weight, int[] Tier);

internal sealed record NetworkGroup(string Key, string Href, int Number, int Accounts, string Tier, string Status, string Sentence);
