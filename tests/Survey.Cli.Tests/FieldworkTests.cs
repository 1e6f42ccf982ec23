using System.Text.Json;
using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests;

/// <summary>What survey fieldwork prints.</summary>
public class FieldworkTests
{
    // village a: teams 1 and 2; village b: teams 1 and 3
    private const string Drawn = "village,result,team,y,again\na,responded,01,1,0\na,responded,01,2,0\na,responded,01,3,0\na,responded,02,5,1\na,responded,02,7,0\na,refused,02,,1\nb,responded,01,2,0\nb,responded,01,4,0\nb,responded,03,4,0\nb,responded,03,6,0\nb,responded,03,8,0\nb,,03,,0\n";

    [Test]
    public void PlacesInterviewersAndItems()
    {
        using var session = new Session();
        Run run = Session.Survey("fieldwork", session.File("p.csv", Drawn), "--by", "village", "--disposition", "result", "--target", "6", "--interviewer", "team", "--items", "y", "--items", "y > 4 as large", "--replacement", "again = 1");
        Assert.That(run, Is.EqualTo(new Run(0, """
            village  drawn  target  completes     RR1     RR3      RR5  refusal  contact  replacements   share  flags
            -------  -----  ------  ---------  ------  ------  -------  -------  -------  ------------  ------  ----------------------------------------------------
            (all)       12      12         10  83.3 %  83.3 %   90.9 %    8.3 %   91.7 %             1  10.0 %
            a            6       6          5  83.3 %  83.3 %   83.3 %   16.7 %  100.0 %             1  20.0 %  target not reached (5 of 6); replacements above 10 %
            b            6       6          5  83.3 %  83.3 %  100.0 %    0.0 %   83.3 %             0   0.0 %  target not reached (5 of 6)
            rates as AAPOR defines them: RR1 counts all of the unknown as eligible, RR3 100.0 % of them, RR5 none
            1 row without a disposition, counted as unknown

            team  interviews  refused      y  expected      z  missing  large  expected      z  missing  flags
            ----  ----------  -------  -----  --------  -----  -------  -----  --------  -----  -------  -----
            01             5    0.0 %  2.400     4.080  -2.31        0  0.000     0.400  -2.36        0
            02             2   33.3 %  6.000     3.600   1.82        0  1.000     0.400   2.00        0
            03             3    0.0 %  6.000     4.800   1.44        0  0.667     0.400   1.33        0

            item   answers  missing  interviewers     F    df       p    icc  per interviewer  variance times
            -----  -------  -------  ------------  ----  ----  ------  -----  ---------------  --------------
            y           10        0             3  6.43  2, 6  0.0322  0.693              3.3            2.62
            large       10        0             3  7.80  2, 6  0.0214  0.739              3.3            2.72
            interviewers are compared within village

            """, "")));
    }

    [Test]
    public void JsonHasAllNumbers()
    {
        using var session = new Session();
        Run run = Session.Survey("fieldwork", session.File("p.csv", Drawn), "--by", "village", "--disposition", "result", "--interviewer", "team", "--items", "y", "--format", "json");
        JsonElement root = JsonDocument.Parse(run.Output).RootElement, place = root.GetProperty("places")[1], team = root.GetProperty("interviewers")[0], item = root.GetProperty("items")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("withoutDisposition").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("all").TryGetProperty("village", out _), Is.False);
            Assert.That(place.GetProperty("village").GetString(), Is.EqualTo("b"));
            Assert.That(place.GetProperty("response").GetProperty("RR5").GetDouble(), Is.EqualTo(1));
            Assert.That(place.GetProperty("target").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(team.GetProperty("interviewer").GetString(), Is.EqualTo("01"));
            Assert.That(team.GetProperty("means")[0].GetProperty("z").GetDouble(), Is.EqualTo(-8.4 / Math.Sqrt(13.2)).Within(1e-13));
            Assert.That(item.GetProperty("f").GetDouble(), Is.EqualTo(15 / (14 / 6.0)).Within(1e-13));
            Assert.That(item.GetProperty("withinPlaces").GetBoolean(), Is.True);
        }
    }

    [Test]
    public void CsvHasThePlaces()
    {
        using var session = new Session();
        Run run = Session.Survey("fieldwork", session.File("p.csv", Drawn), "--by", "village", "--format", "csv");
        Assert.That(run, Is.EqualTo(new Run(0, "village,target,completes,replacements,replacement_share,replacement_not_known,flags\n,,12,,,0,\na,,6,,,0,\nb,,6,,,0,\n", "")));
    }

    [Test]
    public void EachWaveOfAStudyHasItsOwn()
    {
        using var study = new Studies.StudySession(TownsShape.Of(Studies.StudySession.County));
        Run run = Session.Survey("fieldwork", study.Path, "--by", "town", "--target", "30", "--format", "json"), check = Session.Survey("check", "--only-data", study.Path, "--format", "json");
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        JsonElement[] waves = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("waves").EnumerateArray()], checkedWaves = [.. JsonDocument.Parse(check.Output).RootElement.GetProperty("waves").EnumerateArray()];
        Assert.That(waves.Select(wave => wave.GetProperty("wave").GetString()), Is.EqualTo(checkedWaves.Select(wave => wave.GetProperty("wave").GetString())));
        foreach ((JsonElement wave, JsonElement other) in waves.Zip(checkedWaves))
        {
            JsonElement all = wave.GetProperty("all"), response = other.GetProperty("response")[0];
            Assert.That(all.GetProperty("completes").GetDouble(), Is.EqualTo(response.GetProperty("valid").GetDouble()));
            Assert.That(all.GetProperty("response").GetProperty("drawn").GetDouble(), Is.EqualTo(response.GetProperty("drawn").GetDouble()));
            Assert.That(all.GetProperty("response").GetProperty("ineligible").GetDouble(), Is.EqualTo(response.GetProperty("ineligible").GetDouble()));
        }
        Assert.That(Session.Survey("fieldwork", study.Path, "--by", "town", "--disposition", "result").Messages, Does.Contain("The study says which column is the disposition"));
    }

    [TestCase("survey: No column of places is named; add --by COL, such as --by village.\n")]
    [TestCase("survey: --largest-z takes a number such as 3, not 'x'.\n", "--by", "village", "--largest-z", "x")]
    [TestCase("survey: --fewest-interviews takes a whole number such as 10, not '2.5'.\n", "--by", "village", "--fewest-interviews", "2.5")]
    [TestCase("survey: Items compare interviewers, and no column of interviewers is named; name it, or leave the items out.\n", "--by", "village", "--items", "y")]
    public void WrongCallsAreOneSentence(string message, params string[] options)
    {
        using var session = new Session();
        Assert.That(Session.Survey(["fieldwork", session.File("p.csv", Drawn), .. options]), Is.EqualTo(new Run(2, "", message)));
    }

    [Test]
    public void PeopleAreNoPlacesAndPhoneNumbersNoInterviewers()
    {
        using var session = new Session();
        string file = session.File("p.csv", "village,phone,card\na,13812345678,11010519491231002X\nb,13987654321,\n");
        Run place = Session.Survey("fieldwork", file, "--by", "card"), interviewer = Session.Survey("fieldwork", file, "--by", "village", "--interviewer", "phone");
        Assert.That((place.Code, place.Output), Is.EqualTo((2, "")));
        Assert.That(place.Messages, Does.StartWith("survey: As places, the column 'card' looks like ID card numbers"));
        Assert.That((interviewer.Code, interviewer.Output), Is.EqualTo((2, "")));
        Assert.That(interviewer.Messages, Does.StartWith("survey: Of interviewers, the column 'phone' looks like"));
    }
}
