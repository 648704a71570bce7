using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;
using Recipient = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RecipientNotAllowedRule>;
using Uncovered = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.ExternalCallUncoveredRule>;
using Url = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInUrlRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>The models of libraries against the real libraries, in the ways in which people call them.</summary>
public sealed class LibrariesInUseTests
{
    private const string Usings = """
        using System.Diagnostics;
        using System.Net.Mail;
        using System.Text;
        using System.Text.Json;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Logging;
        using RabbitMQ.Client;

        """;

    private const string Customers = """
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }

        """;

    // Libraries that could not be restored: their names as their documentation has them.
    private const string Stubs = """
        namespace SendGrid
        {
            public class SendGridMessage { public void AddTo(string? email) { } public string? PlainTextContent { get; set; } }
            public interface ISendGridClient { Task SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default); }
        }
        namespace Twilio.Rest.Api.V2010.Account
        {
            public class MessageResource { public static void Create(string? to, string? from = null, string? body = null) { } }
        }
        namespace FluentEmail.Core
        {
            public interface IFluentEmail { IFluentEmail To(string? emailAddress, string? name = null); IFluentEmail Body(string? body, bool isHtml = false); Task SendAsync(); }
        }
        namespace Confluent.Kafka
        {
            public class Message<TKey, TValue> { public TKey Key { get; set; } = default!; public TValue Value { get; set; } = default!; }
            public interface IProducer<TKey, TValue> { Task ProduceAsync(string topic, Message<TKey, TValue> message, CancellationToken cancellationToken = default); }
        }
        namespace Azure.Messaging.ServiceBus
        {
            public class ServiceBusMessage(string? body) { public string? Body => body; }
            public class ServiceBusSender { public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask; }
        }

        """;

    private static string Code(string body) => Usings + Customers + $$"""
        [Purpose("communication")]
        public sealed class Service(
            ILogger log, HttpResponse response, Serilog.ILogger serilog, SmtpClient smtp, MailKit.IMailTransport transport,
            IChannel rabbit, MassTransit.IPublishEndpoint bus, MassTransit.ISendEndpoint queue, Grpc.Core.CallInvoker grpc,
            IHubContext<Board> board, SendGrid.ISendGridClient sendGrid, FluentEmail.Core.IFluentEmail fluent,
            Confluent.Kafka.IProducer<string, string?> kafka, Azure.Messaging.ServiceBus.ServiceBusSender azure)
        {
            public async Task Run(Customer customer, Grpc.Core.Method<string, string> method)
            {
                await Task.Yield();
                {{body}}
            }
        }
        public sealed class Board : Hub
        {
            public Task Tell(Customer customer) => Clients.Caller.SendAsync("told", customer.Email);
        }
        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("""using (Serilog.Context.LogContext.PushProperty("mail", [|customer.Email|])) { }""", """using (Serilog.Context.LogContext.PushProperty("id", customer.Id)) { }""")]
    [InlineData("""serilog.ForContext("mail", [|customer.Email|]).Information("x");""", """serilog.ForContext("id", customer.Id).Information("x");""")]
    [InlineData("""Process.Start("tool", [|"--mail " + customer.Email|]);""", """Process.Start("tool", "--id " + customer.Id);""")]
    [InlineData("""Process.Start([|new ProcessStartInfo("tool") { Arguments = customer.Email }|]);""", """Process.Start(new ProcessStartInfo("tool") { Arguments = customer.Id.ToString() });""")]
    [InlineData("""var start = new ProcessStartInfo("tool"); start.ArgumentList.Add(customer.Email!); Process.Start([|start|]);""", """var start = new ProcessStartInfo("tool"); start.ArgumentList.Add(customer.Id.ToString()); Process.Start(start);""")]
    [InlineData("""response.Headers.Append("X-Mail", [|customer.Email|]);""", """response.Headers.Append("X-Id", customer.Id.ToString());""")]
    [InlineData("""response.Headers["X-Mail"] = [|customer.Email|];""", """response.Headers["X-Id"] = customer.Id.ToString();""")]
    [InlineData("""log.LogInformation("{X}", [|Convert.ToBase64String(Encoding.UTF8.GetBytes(customer.Email!))|]);""", """log.LogInformation("{X}", Convert.ToBase64String(customer.Id.ToByteArray()));""")]
    [InlineData("""log.LogInformation("{X}", [|System.Text.RegularExpressions.Regex.Replace(customer.Email!, "a", "b")|]);""", """log.LogInformation("{X}", System.Text.RegularExpressions.Regex.IsMatch(customer.Email!, "a"));""")]
    [InlineData("""log.LogInformation("{X}", [|System.Net.WebUtility.UrlEncode(customer.Email)|]);""", """log.LogInformation("{X}", customer.Email!.Length);""")]
    [InlineData("""var byMail = new Dictionary<string, string?> { ["a"] = customer.Email }; if (byMail.TryGetValue("a", out var found)) log.LogInformation("{X}", [|found|]);""", """var byMail = new Dictionary<string, string>(); if (byMail.TryGetValue(customer.Email!, out var found)) log.LogInformation("{X}", found);""")]
    [InlineData("""var seen = new System.Collections.Concurrent.ConcurrentDictionary<int, string?>(); seen[1] = customer.Email; if (seen.TryRemove(1, out var found)) log.LogInformation("{X}", [|found|]);""", """var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); if (seen.TryRemove(customer.Email!, out var found)) log.LogInformation("{X}", found);""")]
    [InlineData("""if (Uri.TryCreate(customer.Email, UriKind.Absolute, out var found)) log.LogInformation("{X}", [|found|]);""", """if (int.TryParse(customer.Email, out var found)) log.LogInformation("{X}", found);""")]
    [InlineData("""if (customer != null) log.LogInformation("{X}", [|customer|]);""", """if (customer == null) log.LogInformation("{X}", customer);""")]
    [InlineData("""if (customer is null) { customer = new(); log.LogInformation("{X}", [|customer|]); }""", """if (customer is null) { log.LogInformation("{X}", customer); return; }""")]
    [InlineData("""if (customer is null || method is null) log.LogInformation("{X}", [|customer|]);""", """if (method is null && null == customer) log.LogInformation($"none: {customer}");""")]
    [InlineData("""if (customer is not null) log.LogInformation("{X}", [|customer|]); else return;""", """if (customer is not null) return; else log.LogInformation("{X}", customer);""")]
    public async Task What_is_written_down(string reported, string clean)
    {
        await Logged.VerifyAgainstAsync(Stubs, Code(reported), Policies.Shop);
        await Logged.VerifyAgainstAsync(Stubs, Code(clean), Policies.Shop);
    }

    [Theory]
    [InlineData("""_ = Results.Redirect([|"/found?mail=" + customer.Email|]);""", """_ = Results.Redirect("/found?id=" + customer.Id);""")]
    [InlineData("""_ = Results.Created([|"/customers/" + customer.Email|], 1);""", """_ = Results.Created("/customers/" + customer.Id, customer);""")]
    [InlineData("""_ = TypedResults.AcceptedAtRoute("x", [|new { customer.Email }|]);""", """_ = TypedResults.AcceptedAtRoute("x", new { customer.Id });""")]
    [InlineData("""response.Headers.Location = [|"/customers/" + customer.Email|];""", """response.Headers.Location = "/customers/" + customer.Id;""")]
    [InlineData("""response.Redirect([|"/customers/" + customer.Email|]);""", """response.Redirect("/customers/" + customer.Id);""")]
    public async Task What_becomes_a_url(string reported, string clean)
    {
        await Url.VerifyAgainstAsync(Stubs, Code(reported), Policies.Shop);
        await Url.VerifyAgainstAsync(Stubs, Code(clean), Policies.Shop);
    }

    [Theory]
    [InlineData("""await smtp.SendMailAsync("a@b.example", "c@d.example", "Hello", [|customer.Phone|]);""", """await smtp.SendMailAsync("a@b.example", customer.Email!, "Hello", "text");""")]
    [InlineData("""var mail = new MailMessage { Body = customer.Phone }; smtp.Send([|mail|]);""", """var mail = new MailMessage { Body = customer.Email }; smtp.Send(mail);""")]
    [InlineData("""var mail = new MimeKit.MimeMessage { Subject = customer.Phone! }; await transport.SendAsync([|mail|]);""", """var mail = new MimeKit.MimeMessage { Subject = customer.Email! }; await transport.SendAsync(mail);""")]
    [InlineData("""var mail = new SendGrid.SendGridMessage { PlainTextContent = customer.Phone }; await sendGrid.SendEmailAsync([|mail|]);""", """var mail = new SendGrid.SendGridMessage { PlainTextContent = customer.Email }; await sendGrid.SendEmailAsync(mail);""")]
    [InlineData("""await fluent.To(customer.Email).Body([|customer.Phone|]).SendAsync();""", """await fluent.To(customer.Email).Body("x").SendAsync();""")]
    public async Task A_mail_goes_to_the_email_provider(string reported, string clean)
    {
        await Recipient.VerifyAgainstAsync(Stubs, Code(reported), Rules.DisclosureShop.Policy, null, "contact.phone to email-provider");
        await Recipient.VerifyAgainstAsync(Stubs, Code(clean), Rules.DisclosureShop.Policy);
    }

    [Theory]
    [InlineData("""Twilio.Rest.Api.V2010.Account.MessageResource.Create([|customer.Phone|], body: "x");""", """Twilio.Rest.Api.V2010.Account.MessageResource.Create("+62", body: "x");""")]
    [InlineData("""await rabbit.BasicPublishAsync("", "q", [|Encoding.UTF8.GetBytes(JsonSerializer.Serialize(customer))|]);""", """await rabbit.BasicPublishAsync("", "q", Encoding.UTF8.GetBytes(customer.Id.ToString()));""")]
    [InlineData("""await bus.Publish([|customer|]);""", """await bus.Publish(new { customer.Id });""")]
    [InlineData("""await queue.Send([|new { customer.Email }|]);""", """await queue.Send(new { customer.Id });""")]
    [InlineData("""await kafka.ProduceAsync("t", [|new Confluent.Kafka.Message<string, string?> { Value = customer.Email }|]);""", """await kafka.ProduceAsync("t", new Confluent.Kafka.Message<string, string?> { Value = customer.Id.ToString() });""")]
    [InlineData("""await azure.SendMessageAsync([|new Azure.Messaging.ServiceBus.ServiceBusMessage(customer.Email)|]);""", """await azure.SendMessageAsync(new Azure.Messaging.ServiceBus.ServiceBusMessage(customer.Id.ToString()));""")]
    [InlineData("""grpc.BlockingUnaryCall(method, null, default, [|customer.Email|]!);""", """grpc.BlockingUnaryCall(method, null, default, customer.Id.ToString());""")]
    [InlineData("""await board.Clients.All.SendAsync("told", [|customer.Email|]);""", """await board.Clients.All.SendAsync("told", customer.Id);""")]
    [InlineData("""await board.Clients.Group("g").SendAsync("told", [|customer.Email|]);""", """await board.Clients.User("u").SendAsync("told", customer.Email);""")]
    public async Task What_leaves_and_nobody_says_to_whom(string reported, string clean)
    {
        await Uncovered.VerifyAgainstAsync(Stubs, Code(reported), Policies.Shop);
        await Uncovered.VerifyAgainstAsync(Stubs, Code(clean), Policies.Shop);
    }
}
