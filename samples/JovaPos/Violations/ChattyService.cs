using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>Five ways into a log, and the one that is clean.</summary>
public sealed partial class ChattyService(ILogger<ChattyService> log)
{
    public void Direct(Customer customer) => log.LogInformation(customer.Email); // expect: PAC5001 JOVA-1.10

    public void ThroughALocal(Customer customer)
    {
        var who = customer.Name ?? customer.Phone;
        var sentence = "Hello, " + who;
        log.LogInformation(sentence); // expect: PAC5001 JOVA-1.10
    }

    public void Interpolated(Customer customer) =>
        log.LogWarning($"No mail to {customer.Email}"); // expect: PAC5001 JOVA-1.10

    public void Template(Customer customer) =>
        log.LogInformation("Customer {Id} lives at {Address}", customer.Id, customer.Address); // expect: PAC5001 JOVA-1.10

    public void Whole(Customer customer) => log.LogError("Broken for {Customer}", customer); // expect: PAC5001 JOVA-1.10

    public void Generated(Customer customer) => Registered(log, customer.Email); // expect: PAC5001 JOVA-1.10

    public void ToTheConsole(Customer customer) => Console.WriteLine(customer.Phone); // expect: PAC5001 JOVA-1.10

    public void Clean(Customer customer) =>
        log.LogInformation("Customer {Id} has mail: {HasMail}", customer.Id, customer.Email is not null);

    [LoggerMessage(Level = LogLevel.Information, Message = "Registered {Mailbox}")]
    private static partial void Registered(ILogger log, string? mailbox);
}
