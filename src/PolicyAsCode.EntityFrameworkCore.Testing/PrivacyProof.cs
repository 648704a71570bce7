using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;
using PolicyAsCode.EntityFrameworkCore.Testing.OwnTables;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing;

/// <summary>
/// Proves on a database of its own that the generated operations of a context do what the policy says: it fills every table
/// with people and their rows, runs the operations, and compares every cell of every table by plain SQL.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
public sealed class PrivacyProof<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private readonly ProofDatabase<TContext> _database;
    private readonly Func<TContext, TimeProvider, object> _operations;
    private readonly ModelFacts _facts;
    private readonly Seeder _seed;
    private readonly DateTimeOffset _now;

    private PrivacyProof(
        ProofDatabase<TContext> database, Func<TContext, TimeProvider, object> operations, ModelFacts facts, Seeder? seed = null)
    {
        (_database, _operations, _facts) = (database, operations, facts);
        // The last of February, two years before which there is a leap day: months and years end here on several days.
        _now = facts.Expiry.Start(new(2027, 2, 28)).ToUniversalTime();
        _seed = seed ?? new(facts, _now);
    }

    /// <summary>The records of which an erasure was generated.</summary>
    public IEnumerable<Type> Records => _facts.Facts.Erasures;

    /// <summary>Creates the tables and fills them.</summary>
    /// <param name="database">An empty database, which the proof disposes of.</param>
    /// <param name="facts">What the policy says: <c>ShopContextPrivacy.Facts</c>.</param>
    /// <param name="operations">Makes the generated operations: <c>(db, time) => new ShopContextPrivacy(db, time)</c>.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<PrivacyProof<TContext>> OpenAsync(
        ProofDatabase<TContext> database, PrivacyFacts facts, Func<TContext, TimeProvider, object> operations,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(facts);
        try
        {
            await using var db = database.Connect();
            await db.Database.EnsureCreatedAsync(cancel).ConfigureAwait(false);
            var proof = new PrivacyProof<TContext>(database, operations, new(db.Model, facts));
            await proof._seed.SeedAsync(db, cancel).ConfigureAwait(false);
            return proof;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The same proof of other operations, on a copy of what was seeded.</summary>
    internal PrivacyProof<TContext> On(ProofDatabase<TContext> copy, Func<TContext, TimeProvider, object> operations) =>
        new(copy, operations, _facts, _seed);

    /// <summary>Proves that the proofs stand on something: rows in every table, and each time over for some and not for others.</summary>
    /// <exception cref="PrivacyProofException">They do not.</exception>
    public async Task ProveSeedAsync(CancellationToken cancel = default)
    {
        var dump = await DumpAsync(cancel).ConfigureAwait(false);
        var rows = new Rows(_facts, _seed.Rows, dump);
        var faults = _seed.Rows.Where(row => !row.IsIn(dump)).Select(row => $"{row} was put in and is not found.").ToList();
        var types = new Households(_facts).Types;
        faults.AddRange(types.Where(type => rows.There.All(row => row.Type != type)).Select(type => $"There is no row of {type.ShortName()}."));
        foreach (var type in types)
            foreach (var group in _facts.Groups(type).Where(group => group.Anchor is not null))
            {
                var own = rows.There.Where(row => row.Type == type && !rows.IsHeld(row)).ToList();
                if (own.All(row => rows.IsOver(row, group, _now)) || !own.Any(row => rows.IsOver(row, group, _now)))
                    faults.Add($"{type.ShortName()}: '{group.Says}' is over for all of its rows, or for none.");
            }

        faults.AddRange(new OwnTableJudge(_facts, _seed.OwnRows, _now, dump, dump).Seed());
        Conclude("The seed reaches every table and both sides of every time", faults);
    }

    /// <summary>
    /// Proves the erasure of a kind of person, for one person after the other: nothing is left but what the receipt lists,
    /// everything else is the same byte for byte, a dry run tells the truth, and a second run finds nothing to do.
    /// </summary>
    /// <param name="record">The class of the person's own record.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProveErasureAsync(Type record, CancellationToken cancel = default)
    {
        var faults = new List<string>();
        var erased = 0;
        foreach (var person in PeopleOf(record).Where(person => !Roles.IsForSweeps(person.Role)))
        {
            var before = await DumpAsync(cancel).ConfigureAwait(false);
            if (person.Role == Roles.Elsewhere)
            {
                var unknown = await EraseAsync(person, dryRun: false, cancel).ConfigureAwait(false);
                if (unknown.Outcome != ErasureOutcome.NothingFound)
                    faults.Add($"The {person} is not the context's own, and the receipt says {unknown.Outcome}.");
                Same(before, await DumpAsync(cancel).ConfigureAwait(false), $"An erasure of the {person}", faults);
                continue;
            }

            if (ErasureJudge.IsRefused(_facts, _seed, person, before))
                continue;

            var planned = await EraseAsync(person, dryRun: true, cancel).ConfigureAwait(false);
            Same(before, await DumpAsync(cancel).ConfigureAwait(false), $"A dry run for the {person}", faults);
            var receipt = await EraseAsync(person, dryRun: false, cancel).ConfigureAwait(false);
            if (!Said(planned).SequenceEqual(Said(receipt)))
                faults.Add($"The dry run for the {person} said [{string.Join("; ", Said(planned))}], and the run did [{string.Join("; ", Said(receipt))}].");
            var after = await DumpAsync(cancel).ConfigureAwait(false);
            faults.AddRange(new ErasureJudge(_facts, _seed, person, _now, before, after).Erasure(receipt));

            var again = await EraseAsync(person, dryRun: false, cancel).ConfigureAwait(false);
            Same(after, await DumpAsync(cancel).ConfigureAwait(false), $"A second run for the {person}", faults);
            foreach (var entry in again.Entries.Where(entry => entry.Action is not (PrivacyAction.Kept or PrivacyAction.ForReview)))
                faults.Add($"A second run for the {person} says {entry.Action} of {entry.Rows} rows of {entry.Entity}, and nothing was left to do.");
            if (person.Record.IsIn(after) == (again.Outcome == ErasureOutcome.NothingFound))
                faults.Add($"The record of the {person} is {(person.Record.IsIn(after) ? "still there" : "gone")}, and the receipt of a second run says {again.Outcome}.");
            erased++;
            if (faults.Count > 0)
                break;
        }

        if (erased == 0)
            faults.Add($"There is no {record.Name} that could be erased.");
        Conclude($"Of a {record.Name} that is erased nothing is left but what the receipt lists, and nothing else changes", faults);
    }

    /// <summary>Proves that a legal hold stops an erasure, and that nothing is changed.</summary>
    /// <param name="record">The class of the person's own record.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProveHoldsAsync(Type record, CancellationToken cancel = default)
    {
        var faults = new List<string>();
        var before = await DumpAsync(cancel).ConfigureAwait(false);
        foreach (var person in PeopleOf(record).Where(person => person.Role != Roles.Elsewhere && !Roles.IsForSweeps(person.Role)
            && ErasureJudge.IsRefused(_facts, _seed, person, before)))
        {
            var receipt = await EraseAsync(person, dryRun: false, cancel).ConfigureAwait(false);
            var after = await DumpAsync(cancel).ConfigureAwait(false);
            faults.AddRange(new ErasureJudge(_facts, _seed, person, _now, before, after).Refusal(receipt));
            Same(before, after, $"The refused erasure of the {person}", faults);
        }

        Conclude($"A legal hold refuses the erasure of a {record.Name} and changes nothing", faults);
    }

    /// <summary>
    /// Proves the copy of a kind of person, for one person after the other: everything that the policy calls theirs is in it,
    /// nothing of anybody else's, no secret, and nothing is changed.
    /// </summary>
    /// <param name="record">The class of the person's own record.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProveExportAsync(Type record, CancellationToken cancel = default)
    {
        var faults = new List<string>();
        var before = await DumpAsync(cancel).ConfigureAwait(false);
        foreach (var person in PeopleOf(record).Where(person => !Roles.IsForSweeps(person.Role)))
        {
            using var copy = new MemoryStream();
            var receipt = await ExportAsync(person, copy, cancel).ConfigureAwait(false);
            faults.AddRange(new ExportJudge(_facts, _seed, person, before).Copy(receipt, copy.ToArray()));
        }

        Same(before, await DumpAsync(cancel).ConfigureAwait(false), "Writing copies", faults, IsOfRuns);
        Conclude($"In the copy of a {record.Name} is what the policy calls theirs, and nothing else", faults);
    }

    /// <summary>
    /// Proves corrections of a kind of person: each text of the person's own record can be corrected, and nothing else is
    /// changed by it; secrets cannot.
    /// </summary>
    /// <param name="record">The class of the person's own record.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProveRectificationAsync(Type record, CancellationToken cancel = default)
    {
        var faults = new List<string>();
        foreach (var person in PeopleOf(record).Where(person => person.Role == Roles.First))
        {
            var judge = new RectificationJudge(_facts, person);
            foreach (var (field, slot) in judge.Correctable())
            {
                var before = await DumpAsync(cancel).ConfigureAwait(false);
                var value = _seed.Mark();
                if (await CorrectAsync(person, field, value, cancel).ConfigureAwait(false) is { } refused)
                    faults.Add($"{Changes.Name(slot)} of the {person} cannot be corrected: {refused}");
                else
                    faults.AddRange(judge.Faults(slot, value, before, await DumpAsync(cancel).ConfigureAwait(false)));
            }

            var rest = await DumpAsync(cancel).ConfigureAwait(false);
            foreach (var field in judge.Fixed())
                if (await CorrectAsync(person, field, _seed.Mark(), cancel).ConfigureAwait(false) is not { } refused)
                    faults.Add($"{field} of the {person} must not be corrected by a request, and was.");
                else if (!refused.Contains($".{field} is not corrected by a request: ", StringComparison.Ordinal))
                    faults.Add($"{field} of the {person} must not be corrected by a request, and was refused for another reason: {refused}");
            Same(rest, await DumpAsync(cancel).ConfigureAwait(false), "A refused correction", faults);
        }

        Conclude($"A {record.Name} can have their own record corrected, and nothing else", faults);
    }

    /// <summary>
    /// Proves what holds whoever it is about: EF Core builds the model for which the operations were planned, and nothing is
    /// done for whoever is not there, or is no kind of person that the policy knows.
    /// </summary>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProvePlanAsync(CancellationToken cancel = default)
    {
        var before = await DumpAsync(cancel).ConfigureAwait(false);
        await using var db = _database.Connect();
        var operations = _operations(db, new FixedTime(_now));
        var faults = _facts.Undeclared().ToList();
        if (operations is IModelCheck model)
            faults.AddRange(model.Check(db.Model).All.Select(difference => $"EF Core builds another model: {difference}."));
        if (operations is ISubjectErasure erasure)
            faults.AddRange(await Strangers.FaultsAsync(erasure, operations as ISubjectExport, cancel).ConfigureAwait(false));
        foreach (var person in _seed.People.DistinctBy(person => person.Record.Type))
        {
            var receipt = await CallAsync<ErasureReceipt>("Erase", person.Record.Type, _seed.Stranger(person.Record.Type), [new ErasureOptions(), cancel]).ConfigureAwait(false);
            if (receipt.Outcome != ErasureOutcome.NothingFound)
                faults.Add($"There is no {receipt.Subject} {receipt.SubjectId}, and the receipt of the erasure says {receipt.Outcome}.");
        }

        Same(before, await DumpAsync(cancel).ConfigureAwait(false), "Asking for strangers", faults, IsOfRuns);
        Conclude("The plan is of this model, and does nothing for strangers", faults);
    }

    /// <summary>
    /// Proves the sweep: at the last moment before times are over, and at that moment, it does exactly what the policy says;
    /// rows on legal hold stay, a dry run tells the truth, and a second run changes nothing.
    /// </summary>
    /// <exception cref="PrivacyProofException">It is not so.</exception>
    public async Task ProveSweepAsync(CancellationToken cancel = default)
    {
        foreach (var now in new[] { _now.AddMicroseconds(-1), _now, _now.AddDays(1) })
        {
            var faults = new List<string>();
            var before = await DumpAsync(cancel).ConfigureAwait(false);
            var planned = await SweepAsync(now, new(DryRun: true), cancel).ConfigureAwait(false);
            Same(before, await DumpAsync(cancel).ConfigureAwait(false), "A dry run", faults);
            var report = await SweepAsync(now, new(BatchSize: 7), cancel).ConfigureAwait(false);
            var after = await DumpAsync(cancel).ConfigureAwait(false);
            if (!planned.Entries.Select(Said).SequenceEqual(report.Entries.Select(Said)))
                faults.AddRange(planned.Entries.Select(Said).Except(report.Entries.Select(Said)).Select(said => $"The dry run said: {said}; the run did not.")
                    .Concat(report.Entries.Select(Said).Except(planned.Entries.Select(Said)).Select(said => $"The run did: {said}; the dry run did not say so.")));
            faults.AddRange(new SweepJudge(_facts, _seed, now, before, after).Sweep(report));
            faults.AddRange(new OwnTableJudge(_facts, _seed.OwnRows, now, before, after).Sweep(report));

            var again = await SweepAsync(now, new(), cancel).ConfigureAwait(false);
            Same(after, await DumpAsync(cancel).ConfigureAwait(false), "A second run", faults, IsOfRuns);
            if (again.RowsChanged != 0)
                faults.Add($"A second run says that it changed {again.RowsChanged} rows.");
            Conclude(string.Create(CultureInfo.InvariantCulture, $"A sweep at {now:O} does what the policy says, and nothing else"), faults);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private IEnumerable<Person> PeopleOf(Type record) =>
        _seed.People.Where(person => record.IsAssignableFrom(person.Record.Type.ClrType));

    private async Task<Dump> DumpAsync(CancellationToken cancel)
    {
        await using var db = _database.Connect();
        return await Dump.TakeAsync(db, cancel).ConfigureAwait(false);
    }

    private async Task<SweepReport> SweepAsync(DateTimeOffset now, SweepOptions options, CancellationToken cancel)
    {
        await using var db = _database.Connect();
        var sweep = (IRetentionSweep)_operations(db, new FixedTime(now));
        return await sweep.SweepAsync(options, cancel).ConfigureAwait(false);
    }

    private Task<ErasureReceipt> EraseAsync(Person person, bool dryRun, CancellationToken cancel) =>
        CallAsync<ErasureReceipt>("Erase", person.Record.Type, person.Record.Values, [new ErasureOptions(dryRun), cancel]);

    private Task<ExportReceipt> ExportAsync(Person person, Stream copy, CancellationToken cancel) =>
        CallAsync<ExportReceipt>("Export", person.Record.Type, person.Record.Values, [copy, new ExportOptions(), cancel]);

    /// <summary>Calls the generated method of a kind of person, with the person's key as what it is in the code.</summary>
    private async Task<T> CallAsync<T>(
        string verb, IEntityType type, IReadOnlyDictionary<IProperty, object?> row, object[] further)
    {
        await using var db = _database.Connect();
        var operations = _operations(db, new FixedTime(_now));
        var record = _facts.Facts.Erasures.First(one => one.IsAssignableFrom(type.ClrType));
        var method = operations.GetType().GetMethods().First(method => method.Name == $"{verb}{record.Name}Async");
        var values = type.FindPrimaryKey()!.Properties.Select(property => row[property]).ToArray();
        // A key of several properties is one tuple.
        var key = values.Length == 1 ? values[0] : Activator.CreateInstance(method.GetParameters()[0].ParameterType, values);
        try
        {
            return await ((Task<T>)method.Invoke(operations, [key, .. further])!).ConfigureAwait(false);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            throw inner;
        }
    }

    /// <summary>Corrects a field; gives why not, where it is refused.</summary>
    private async Task<string?> CorrectAsync(Person person, string field, string value, CancellationToken cancel)
    {
        await using var db = _database.Connect();
        if (_operations(db, new FixedTime(_now)) is not (ISubjectRectification rectification and ISubjectErasure erasure))
            return "no rectification was generated";
        var key = person.Record.Type.FindPrimaryKey()!;
        var id = SubjectKey.Text(db, person.Record.Type.ClrType, [.. key.Properties.Select(property => person.Record.Values[property]!)]);
        var record = _facts.Facts.Erasures.First(type => type.IsAssignableFrom(person.Record.Type.ClrType)).Name;
        var subject = erasure.Subjects.FirstOrDefault(name => name == $"{person.Subject}/{record}") ?? person.Subject;
        try
        {
            await rectification.CorrectAsync(subject, id, [new($"{record}.{field}", value)], cancel).ConfigureAwait(false);
            return null;
        }
        catch (PrivacyRectificationException refused)
        {
            return refused.Message;
        }
    }

    // That it ran is written down, and who held the lease: of runs, and of nobody's data.
    private static bool IsOfRuns(string table) =>
        table is "privacy_leases" or "privacy_sweeps" or "privacy_sweep_batches"
        || table.StartsWith("privacy_audit", StringComparison.Ordinal);

    private static void Same(
        Dump expected, Dump actual, string run, List<string> faults, Func<string, bool>? isLeftOut = null)
    {
        foreach (var row in expected.Rows.Where(row => isLeftOut?.Invoke(row.Table) != true))
            if (actual.Find(row.Table, row.Key) is not { } now)
                faults.Add($"{run} has deleted {row}.");
            else if (!row.IsSame(now))
                faults.Add($"{run} has changed {row}: {string.Join(", ", row.Cells.Where(cell => now.Cells[cell.Key] != cell.Value).Select(cell => cell.Key))}.");
        faults.AddRange(actual.Rows.Where(row => isLeftOut?.Invoke(row.Table) != true && expected.Find(row.Table, row.Key) is null).Select(row => $"{run} has added {row}."));
    }

    private static IEnumerable<string> Said(ErasureReceipt receipt) => receipt.Entries.Select(entry => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Action} {entry.Rows} {entry.Entity} ({string.Join(", ", entry.Rule.Fields)}) {entry.Rule.Reason} {entry.KeptUntil:O}"));

    private static string Said(SweepEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Action} {entry.Rows} {entry.Entity} ({string.Join(", ", entry.Rule.Fields)}) {entry.Rule.Reason}");

    private static void Conclude(string proof, List<string> faults)
    {
        if (faults.Count > 0)
            throw new PrivacyProofException(proof, faults);
    }
}
