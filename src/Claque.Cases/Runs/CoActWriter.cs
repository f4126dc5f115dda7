using Claque.Cases.Storage;
using Claque.Pairing;
using Claque.Tracing;

namespace Claque.Cases.Runs;

/// <summary>Writes co-acts and the names of the objects they are on, each name once.</summary>
internal sealed class CoActWriter : IDisposable
{
    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _insertObject;
    private readonly Dictionary<(Trace Trace, int Object), long> _objects = [];
    private readonly Dictionary<(long A, long B), long> _numbers = [];

    public CoActWriter(Database database, long run)
    {
        _database = database;
        _insertObject = database.Prepare("INSERT INTO run_object (run, behaviour, name) VALUES (?1, ?2, ?3)").Bind(1, run);
        _insert = database.Prepare("INSERT INTO run_coact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)").Bind(1, run);
    }

    /// <summary>Writes the co-acts of two accounts, given by their rows.</summary>
    public void Write(ReadOnlySpan<CoAct> coActs, Trace trace, long[] postKeys, long a, long b)
    {
        var asIs = a < b;
        var pair = asIs ? (a, b) : (b, a);
        var number = _numbers.GetValueOrDefault(pair);
        _insert.Bind(2, pair.Item1).Bind(3, pair.Item2);
        foreach (var coAct in coActs)
        {
            var (postA, postB) = (postKeys[coAct.PostA], postKeys[coAct.PostB]);
            _insert.Bind(4, ++number).Bind(5, ObjectRow(trace, coAct.Object));
            _insert.Bind(6, asIs ? postA : postB).Bind(7, asIs ? postB : postA).Bind(8, asIs ? coAct.GapUs : -coAct.GapUs).Run();
        }

        _numbers[pair] = number;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertObject.Dispose();
    }

    private long ObjectRow(Trace trace, int id)
    {
        if (_objects.TryGetValue((trace, id), out var row)) return row;
        _insertObject.Bind(2, trace.Behaviour.Name).Bind(3, JsonList.Valid(trace.ObjectNames.Bytes(id))).Run();
        return _objects[(trace, id)] = _database.LastRowId;
    }
}
