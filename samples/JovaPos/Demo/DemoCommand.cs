namespace JovaPos.Demo;

internal static class DemoCommand
{
    public static Task<int> RunAsync(string[] options, TextWriter output, CancellationToken cancel) => Task.FromResult(1);
}
