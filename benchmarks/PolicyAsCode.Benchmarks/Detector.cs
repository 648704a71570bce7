using System.Runtime.CompilerServices;
using PolicyAsCode.Language.Tests.Detection;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// How often the detector of personal data is right, on members of public applications. Who tunes it looks at the misses
/// of the part that is there for it (<c>detector seen</c>), and at those of no other.
/// </summary>
internal static class Detector
{
    internal static void Run(IReadOnlyCollection<string> parts)
    {
        foreach (var measure in DetectorMeasure.All(File.ReadAllText(ListPath())))
        {
            Console.WriteLine(measure);
            if (parts.Contains(measure.Part))
                foreach (var miss in measure.Misses())
                    Console.WriteLine("  " + miss);
        }
    }

    private static string ListPath([CallerFilePath] string source = "") => Path.GetFullPath(
        Path.Combine(source, "../../../tests/PolicyAsCode.Language.Tests/Detection/members.csv"));
}
