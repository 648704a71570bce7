using System.Runtime.ExceptionServices;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Goes deeper than a thread's stack: a stack that overflows takes the compiler with it.</summary>
internal static class OwnStack
{
    private const int Size = 16 * 1024 * 1024;

    /// <summary>Runs on a stack of its own, and waits for it; what is thrown there is thrown here.</summary>
    internal static void Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception caught)
                {
                    failure = caught;
                }
            },
            Size);
        thread.Start();
        thread.Join();
        if (failure is not null)
            ExceptionDispatchInfo.Capture(failure).Throw();
    }
}
