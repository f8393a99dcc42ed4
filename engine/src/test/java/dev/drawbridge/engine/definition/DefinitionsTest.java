package dev.drawbridge.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.integration.AwsIntegrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition is refused for, in AWS's words. */
class DefinitionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Type':'Pass'} | This object should have only one of the following fields: [Next, End]",
        "{'Type':'Pass','Next':'S','End':true}"
            + " | There should only be one of the following fields: [Next, End]",
        "{'Type':'Wait','Seconds':1,'Timestamp':'2030-01-01T00:00:00Z','End':true} | There should"
            + " only be one of the following fields: [SecondsPath, Seconds, TimestampPath,"
            + " Timestamp]",
        "{'Type':'Map','End':true}"
            + " | This object should have only one of the following fields: [ItemProcessor,"
            + " Iterator]",
        "{'Type':'Pass','Output':1,'End':true} | The QueryLanguage is set to 'JSONPath', but field"
            + " 'Output' is only supported for the 'JSONata' QueryLanguage",
        "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}"
            + " | Parameters field is required for resource ARN:"
            + " arn:aws:states:::sqs:sendMessage",
        "{'Type':'Succeed','End':true} | Field 'End' is not supported",
      })
  void names_the_state_that_is_wrong(String state, String message) {
    assertThat(ofState(state))
        .containsExactly(new Diagnostic(Diagnostic.SCHEMA, message, "/States/S"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Type':'Wait','Seconds':-1,'End':true} | Minimum value is 0 | /Seconds",
        "{'Type':'Wait','Seconds':100000000,'End':true} | Maximum value is 99999999 | /Seconds",
        "{'Type':'Wait','Seconds':'1','End':true} | Expected value of type [INTEGER] | /Seconds",
        "{'Type':'Task','Resource':'worker','End':true}"
            + " | Value is not a valid resource ARN | /Resource",
        "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true,"
            + "'Parameters':{'QueueUrl.$':'$.q'}}"
            + " | The field 'MessageBody' is required but was missing | /Parameters",
        "{'Type':'Choice','Choices':[{'Variable':'$.a','StringEquals':1,'Next':"
            + "'S'}]} | Expected value of type [STRING] | /Choices[0]/StringEquals",
        "{'Type':'Choice','Choices':[{'Variable':'$.a','NumericEquals':'1','Nex"
            + "t':'S'}]} | Expected value of type [NUMBER] | /Choices[0]/NumericEqual"
            + "s",
        "{'Type':'Choice','Choices':[{'Variable':'$.a','IsPresent':'yes','Next'"
            + ":'S'}]} | Expected value of type [BOOLEAN] | /Choices[0]/IsPresent",
        "{'Type':'Choice','Choices':[{'And':[],'Next':'S'}]} | Value cannot be "
            + "empty | /Choices[0]/And",
        "{'Type':'Choice','Choices':[{'Condition':'true','Next':'S'}]} | The Qu"
            + "eryLanguage is set to 'JSONPath', but field 'Condition' is only suppor"
            + "ted for the 'JSONata' QueryLanguage | /Choices[0]",
        "{'Type':'Task','Resource':'arn:aws:lambda:r:1:function:f','End':true,'"
            + "Retry':[{'ErrorEquals':['A'],'IntervalSeconds':0}]} | Minimum value is"
            + " 1 | /Retry[0]/IntervalSeconds",
        "{'Type':'Wait','SecondsPath':'seconds','End':true}"
            + " | Value must be a valid JSONPath. | /SecondsPath",
        "{'Type':'Parallel','Branches':[],'End':true} | Value cannot be empty | /Branches",
        "{'Type':'Task','Resource':'arn:aws:lambda:r:1:function:f','End':true,"
            + "'Retry':[{'ErrorEquals':[]}]} | Value cannot be empty | /Retry[0]/ErrorEquals",
        "{'Type':'Task','Resource':'arn:aws:lambda:r:1:function:f','End':true,"
            + "'Retry':[{'ErrorEquals':['States.ALL','A']}]}"
            + " | States.ALL must appear alone and at end of list | /Retry[0]/ErrorEquals",
        "{'Type':'Task','Resource':'arn:aws:lambda:r:1:function:f','End':true,"
            + "'Retry':[{'ErrorEquals':['A'],'MaxAttempts':-1}]}"
            + " | Minimum value is 0 | /Retry[0]/MaxAttempts",
      })
  void names_the_field_that_is_wrong(String state, String message, String field) {
    assertThat(ofState(state))
        .containsExactly(new Diagnostic(Diagnostic.SCHEMA, message, "/States/S" + field));
  }

  @Test
  void text_that_is_not_JSON_is_quoted_as_the_parser_quotes_it() {
    assertThat(diagnose("{\"a\": [1", false))
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.code()).isEqualTo("INVALID_JSON_DESCRIPTION");
              assertThat(diagnostic.location())
                  .isEqualTo("[Source: (String)\"{\"a\": [1\"; line: 1, column: 9]");
              assertThat(diagnostic.message())
                  .contains("start marker at [Source: (String)\"{\"a\": [1\"; line: 1, column: 7]")
                  .endsWith("\n at " + diagnostic.location());
            });
  }

  @ParameterizedTest
  @CsvSource({"' '", "'[]'", "'1'", "null"})
  void a_definition_is_an_object(String text) {
    assertThat(diagnose(text, false))
        .containsExactly(
            new Diagnostic(Diagnostic.SCHEMA, "Definition must be a valid JSON object", null));
  }

  @Test
  void a_function_is_no_job() {
    assertThat(
            ofState(
                "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.sync',"
                    + "'Parameters':{'FunctionName':'f'},'End':true}"))
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .contains("arn:aws:states:::lambda:invoke.sync is not recognized");
  }

  @Test
  void an_express_workflow_waits_for_no_callback() {
    String state =
        """
        {"StartAt":"S","States":{"S":{"Type":"Task","End":true,
          "Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters":{"QueueUrl":"q","MessageBody":"b"}}}}
        """;
    assertThat(diagnose(state, false)).isEmpty();
    assertThat(diagnose(state, true))
        .extracting(Diagnostic::message)
        .containsExactly(
            "Express state machine does not support '.waitForTaskToken' service integration");
  }

  private static List<Diagnostic> diagnose(String text, boolean express) {
    return Definitions.diagnose(text, express, AwsIntegrations.catalogue());
  }

  private static List<Diagnostic> ofState(String state) {
    return diagnose(
        "{\"StartAt\":\"S\",\"States\":{\"S\":" + state.replace('\'', '"') + "}}", false);
  }
}
