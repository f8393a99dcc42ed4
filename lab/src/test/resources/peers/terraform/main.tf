# What a team that does not use the CDK would write by hand: everything around one exposure, in the
# provider's account. The door is given by AWS_ENDPOINT_URL; the subnets are the lab's.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  skip_metadata_api_check = true
  max_retries             = 5
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

data "aws_vpc" "this" {
  id = var.vpc_id
}

resource "aws_security_group" "nlb" {
  name        = "by-terraform"
  description = "In front of the load balancer"
  vpc_id      = data.aws_vpc.this.id

  ingress {
    description = "consumers"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3307
    cidr_blocks = ["10.20.0.0/16"]
  }

  tags = { made-by = "terraform" }
}

resource "aws_lb_target_group" "each" {
  for_each = toset(["reader", "writer"])

  name                   = "tf-${each.key}"
  protocol               = "TCP"
  port                   = 3306
  target_type            = "ip"
  vpc_id                 = data.aws_vpc.this.id
  deregistration_delay   = 0
  connection_termination = true

  health_check {
    protocol            = "TCP"
    interval            = 5
    timeout             = 4
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  tags = { made-by = "terraform", role = each.key }
}

resource "aws_lb" "this" {
  name                             = "by-terraform"
  load_balancer_type               = "network"
  internal                         = true
  subnets                          = var.subnet_ids
  security_groups                  = [aws_security_group.nlb.id]
  enable_cross_zone_load_balancing = true

  tags = { made-by = "terraform" }
}

resource "aws_lb_listener" "each" {
  for_each = { reader = 3306, writer = 3307 }

  load_balancer_arn = aws_lb.this.arn
  protocol          = "TCP"
  port              = each.value

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.each[each.key].arn
  }
}

resource "aws_vpc_endpoint_service" "this" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.this.arn]
  allowed_principals         = ["arn:aws:iam::222222222222:root"]

  tags = { made-by = "terraform" }
}

resource "aws_sns_topic" "rds" {
  name = "rds-by-terraform"
  tags = { made-by = "terraform" }
}

resource "aws_sns_topic_policy" "rds" {
  arn = aws_sns_topic.rds.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.rds.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.rds.arn
    }]
  })
}

resource "aws_db_event_subscription" "failover" {
  name             = "by-terraform"
  sns_topic        = aws_sns_topic.rds.arn
  source_type      = "db-cluster"
  source_ids       = ["orders"]
  event_categories = ["failover"]
  tags             = { made-by = "terraform" }

  depends_on = [aws_sns_topic_policy.rds]
}

resource "aws_iam_role" "refresh" {
  name = "refresh-by-terraform"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
  tags = { made-by = "terraform" }
}

resource "aws_iam_role_policy" "refresh" {
  name = "targets"
  role = aws_iam_role.refresh.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
      Resource = [for group in aws_lb_target_group.each : group.arn]
    }]
  })
}

resource "aws_lambda_function" "refresh" {
  function_name = "refresh-by-terraform"
  role          = aws_iam_role.refresh.arn
  runtime       = "python3.13"
  handler       = "refresh.handler"
  filename      = "${path.module}/refresh.zip"
  timeout       = 60
  memory_size   = 256

  environment {
    variables = { WRITER_GROUP = aws_lb_target_group.each["writer"].arn }
  }

  tags = { made-by = "terraform" }
}

resource "aws_lambda_permission" "rule" {
  statement_id  = "rule"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.refresh.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.failover.arn
}

resource "aws_cloudwatch_event_rule" "failover" {
  name        = "failover-by-terraform"
  description = "A failover of the database"
  event_pattern = jsonencode({
    source        = ["aws.rds"]
    "detail-type" = ["RDS DB Cluster Event"]
    detail        = { SourceIdentifier = ["orders"] }
  })
  tags = { made-by = "terraform" }
}

resource "aws_cloudwatch_event_target" "refresh" {
  rule = aws_cloudwatch_event_rule.failover.name
  arn  = aws_lambda_function.refresh.arn

  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 3
  }
}
