using System.Globalization;
using PolicyAsCode.Benchmarks;

// One measurement a word: dotnet run -c Release --project benchmarks/PolicyAsCode.Benchmarks -- no-policy
if (LanguageReading.TryRunChild(args) || Sweep.TryRunChild(args))
    return 0;
switch (args)
{
    case ["no-policy"]:
        NoPolicy.Run();
        return 0;
    case ["rebuild"]:
        return Rebuild.Run();
    case ["flow-shapes"]:
        FlowShapes.Run();
        return 0;
    case ["flow-accuracy", .. var misses]:
        return FlowAccuracy.Run(tell: misses is ["misses"]);
    case ["flow-concurrency", .. var times]:
        return FlowAccuracy.Repeat(times is [var often] ? int.Parse(often, CultureInfo.InvariantCulture) : 100);
    case ["flow-real", var folder, var policies, .. var more]:
        FlowReal.Run(
            folder, policies,
            runs: more is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 5,
            beside: more is [_, var beside, ..] ? beside : "flow",
            findings: more is [_, _, var findings] ? findings : null);
        return 0;
    case ["flow-warm", var folder, var policies, var file]:
        FlowWarm.Run(folder, policies, file);
        return 0;
    case ["flow-edits", var folder, var policies, .. var more]:
        FlowWarm.Compare(
            folder, policies,
            edits: more is [var asked, ..] ? int.Parse(asked, CultureInfo.InvariantCulture) : 40,
            seed: more is [_, var start, ..] ? int.Parse(start, CultureInfo.InvariantCulture) : 1,
            files: [.. more.Skip(2)]);
        return 0;
    case ["flow-facts", var folder, .. var policies]:
        FlowFacts.Run(folder, policies is [var one] ? one : null);
        return 0;
    case ["flow-projects", .. var number]:
        return FlowProjects.Run(number is [var projects] ? int.Parse(projects, CultureInfo.InvariantCulture) : 200);
    case ["language"]:
        LanguageReading.Run();
        Evaluation.Run();
        return 0;
    case ["start"]:
        return Start.Run();
    case ["detector", .. var parts]:
        Detector.Run(parts);
        return 0;
    case ["export", .. var times]:
        return OnePerson.Export(times is [var copies] ? int.Parse(copies, CultureInfo.InvariantCulture) : 30);
    case ["erase", .. var times]:
        return OnePerson.Erase(times is [var erasures] ? int.Parse(erasures, CultureInfo.InvariantCulture) : 30);
    case ["sweep", .. var size]:
        return Sweep.Run(
            size is [var rows, ..] ? int.Parse(rows, CultureInfo.InvariantCulture) : 1_000_000,
            size is [_, var pairs, ..] ? int.Parse(pairs, CultureInfo.InvariantCulture) : 3,
            size is [_, _, var only] ? only : null);
    default:
        Console.Error.WriteLine("usage: no-policy | rebuild | flow-shapes | flow-accuracy [misses] | flow-concurrency [TIMES] | flow-real FOLDER POLICIES [RUNS [ours|build|flow|sonar|scan [FINDINGS.txt]]] | flow-warm FOLDER POLICIES FILE.cs | flow-edits FOLDER POLICIES [EDITS [SEED [FILE...]]] | flow-facts FOLDER [POLICIES] | flow-projects [COUNT] | language | start | detector [PART...] | export [PAIRS] | erase [PAIRS] | sweep [ROWS [PAIRS [sqlite|postgresql]]]");
        return 2;
}
