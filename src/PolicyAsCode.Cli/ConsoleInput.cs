namespace PolicyAsCode.Cli;

/// <summary>Standard input, as UTF-8, opened when somebody first reads of it: most commands never do.</summary>
internal sealed class ConsoleInput : TextReader
{
    private TextReader? _input;

    private TextReader Input => _input ??= Console.IsInputRedirected
        ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
        : Console.In;

    /// <inheritdoc/>
    public override int Read() => Input.Read();

    /// <inheritdoc/>
    public override int Peek() => Input.Peek();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Input.Read(buffer, index, count);

    /// <inheritdoc/>
    public override string? ReadLine() => Input.ReadLine();

    /// <inheritdoc/>
    public override string ReadToEnd() => Input.ReadToEnd();
}
